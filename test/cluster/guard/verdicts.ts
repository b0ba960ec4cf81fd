import { randomUUID } from 'node:crypto';
import { manifestOf } from '../../../src/verify/manifests';
import { Verification } from '../../../src/verify/verifier';
import { Client, Manifest, Refused } from '../client';
import { warningsOf } from '../connection';

/** What the API server says of an object: which controls do not hold, or why Kubernetes itself refuses it. */
export interface Answer {
  readonly controls?: readonly string[];
  readonly refused?: string;

  /** Whether it is let in. */
  readonly admitted?: boolean;
}

const DENIED = /ValidatingAdmissionPolicy '[^']+' with binding '[^']+'(?: denied request)?: (.*)$/s;

/** The controls that a denial or a warning names; where it names none, its own words. */
export function named(text: string, known: ReadonlySet<string>): string[] {
  const told = DENIED.exec(text)?.[1];
  if (told === undefined) {
    return [];
  }
  const ids = told.split('; ').map(fault => fault.split(':')[0]);
  const found = (ids.every(id => known.has(id)) ? ids : told.split(/; |, /).map(fault => fault.split(':')[0])).filter(id => known.has(id));
  return found.length > 0 ? found : [told];
}

/** What the verifier says of an object alone. */
export function verified(object: Manifest, verification: Verification): string[] {
  const { findings, errors } = verification.verify([manifestOf(object, {}, true)], [], []);
  if (errors.length > 0) {
    throw new Error(errors.map(({ message }) => message).join('\n'));
  }
  return [...new Set(findings.map(({ control }) => control))].sort();
}

/** What the API server says of an object that somebody makes; nothing is written but the pods that debug containers are added to. */
export async function asked(client: Client, object: Manifest, known: ReadonlySet<string>): Promise<Answer> {
  const { ephemeralContainers, ...spec } = object.spec ?? {};
  if (object.kind !== 'Pod' || ephemeralContainers === undefined) {
    return answered(() => client.create(object, { dryRun: true }), object, known);
  }
  const pod: Manifest = { ...object, metadata: { ...object.metadata, name: `debugged-${randomUUID()}`, ownerReferences: undefined }, spec };
  const first = await answered(() => client.create(pod), pod, known);
  if (first.admitted !== true) {
    return first;
  }
  const second = await answered(() => client.patch(pod, { spec: { ephemeralContainers } }, 'ephemeralcontainers', { dryRun: true }), pod, known);
  await client.delete(pod);
  return second.refused === undefined ? { controls: [...new Set([...first.controls!, ...second.controls!])].sort() } : second;
}

async function answered(ask: () => Promise<object>, { apiVersion, kind }: Manifest, known: ReadonlySet<string>): Promise<Answer> {
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof Error && /^(Failed to fetch resource metadata|Unrecognized API version and kind)/.test(error.message)) {
      return new Refused(404, 'NotFound', `${apiVersion} ${kind} is not served by this cluster`);
    }
    if (error instanceof Refused) {
      return error;
    }
    throw error;
  });
  const texts = [...answer instanceof Refused ? [answer.message] : [], ...warningsOf(answer)];
  const ours = !(answer instanceof Refused) || DENIED.test(answer.message) || answer.reason === 'AlreadyExists';
  const controls = ours ? [...new Set(texts.flatMap(text => named(text, known)))].sort() : [];
  return ours ? { controls, admitted: !(answer instanceof Refused) } : { refused: answer.message };
}
