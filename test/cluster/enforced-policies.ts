import { setTimeout } from 'node:timers/promises';
import { Client, Manifest, Refused } from './client';

const GROUP = 'admissionregistration.k8s.io';
const READY_WITHIN = 20_000; // milliseconds
const NEW_KIND_WITHIN = 90_000;

/** What the API server answers to the creation of an object. */
export interface Answer {
  readonly outcome: 'admitted' | 'denied' | 'refused';

  /** Of a denial the policy's message, of a refusal for another reason the API server's. */
  readonly message?: string;
}

const DENIED = /ValidatingAdmissionPolicy '[^']+'(?: with binding '[^']+')? denied request: ([^]*)$/;

/** The API server looks for kinds that are new to it every half minute. */
const NEW_KIND = /failed to find resource referenced by paramKind|not yet synced to use for admission/;

/** Asks, and writes nothing. */
export async function ask(client: Client, object: Manifest): Promise<Answer> {
  for (const end = Date.now() + NEW_KIND_WITHIN; ; await setTimeout(500)) {
    const answer = await askOnce(client, object);
    if (answer.outcome !== 'denied' || !NEW_KIND.test(answer.message!) || Date.now() > end) {
      return answer;
    }
  }
}

async function askOnce(client: Client, object: Manifest): Promise<Answer> {
  try {
    await client.create(object, { dryRun: true });
    return { outcome: 'admitted' };
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    const denial = DENIED.exec(error.message);
    return denial === null ? { outcome: 'refused', message: error.message } : { outcome: 'denied', message: denial[1] };
  }
}

let sentinels = 0;

/** Puts policies, bindings and what belongs to them into force; what is given back takes them away, but for namespaces and definitions. */
export async function enforce(client: Client, objects: readonly Manifest[]): Promise<() => Promise<void>> {
  for (const object of objects) {
    await client.apply(object);
    if (object.kind === 'CustomResourceDefinition') {
      await client.until(object, 'established', ({ status }) => status?.conditions?.some(({ type, status: holds }: any) => type === 'Established' && holds === 'True'));
    }
  }
  const name = `sentinel-${process.pid}-${sentinels++}`;
  const sentinel = sentinelOf(name);
  for (const object of sentinel) {
    await client.apply(object);
  }
  // The API server learns of policies in the order in which they were written: once it knows the last, it knows all.
  const probe = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default', labels: { [name]: '' } } };
  const end = Date.now() + READY_WITHIN;
  while ((await ask(client, probe)).outcome !== 'denied') {
    if (Date.now() > end) {
      throw new Error(`the policies are not in force after ${READY_WITHIN / 1000} s`);
    }
    await setTimeout(50);
  }
  const passing = [...objects, ...sentinel].filter(({ kind }) => kind !== 'Namespace' && kind !== 'CustomResourceDefinition');
  return async () => { await Promise.all(passing.map(object => client.delete(object))); };
}

function sentinelOf(name: string): Manifest[] {
  return [{
    apiVersion: `${GROUP}/v1`,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name },
    spec: {
      matchConstraints: {
        resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
        objectSelector: { matchExpressions: [{ key: name, operator: 'Exists' }] },
      },
      validations: [{ expression: 'false' }],
    },
  }, {
    apiVersion: `${GROUP}/v1`, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name }, spec: { policyName: name, validationActions: ['Deny'] },
  }];
}
