import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Client, Manifest, Refused } from './client';
import { ask, enforce } from './enforced-policies';
import { proof } from './proof';
import { notRun } from '../not-run';
import { documents, FEATURES, judged, objectsOf, outcomeOf, policyFile } from '../verify/policy/features';
import { LIBRARY, libraryCases } from '../verify/policy/library-cases';
import { REFUSED_POLICIES } from '../verify/policy/refused-policies';

const client = Client.connect();
const folder = mkdtempSync(join(tmpdir(), 'bulwark-policies-'));
const numbers = { features: { policies: 0, objects: 0 }, library: { policies: 0, cases: 0, notValid: 0 }, refused: { policies: 0 } };

afterAll(() => proof('policies', numbers));

/** Ours, where a warning admits. */
const asAdmission = (outcome: string) => outcome.startsWith('warned') ? 'admitted' : outcome;

/** Costs are counted alike, and are told in other words. */
const COST = /costs more than|operation cancelled: actual cost limit exceeded|out of cost budget/;
const alike = (ours: string, theirs: string) => ours === theirs || COST.test(ours) && COST.test(theirs);

describe('policies of our own', () => {
  test.each(FEATURES)('%s', async feature => {
    // Of policies this version of Kubernetes serves v1 only; the fields have been the same.
    const policies = documents(policyFile(feature)).map(object => ({ ...object, apiVersion: object.apiVersion.replace('io/v1beta1', 'io/v1') }));
    const lift = await enforce(client, policies);
    const disagreements = [];
    for (const object of objectsOf(feature)) {
      const { outcome, message } = await ask(client, object);
      const theirs = message === undefined ? outcome : `${outcome}: ${message}`;
      const ours = asAdmission(outcomeOf(judged(policyFile(feature), object)));
      numbers.features.objects++;
      if (!alike(ours, theirs)) {
        disagreements.push({ object: object.metadata.name, ours, theirs });
      }
    }
    numbers.features.policies += policies.filter(({ kind }) => kind === 'ValidatingAdmissionPolicy').length;
    await lift();
    expect(disagreements).toEqual([]);
  });
});

describe('policies that the API server refuses', () => {
  test.each(Object.entries(REFUSED_POLICIES))('%s', async (name, { spec, message, offline = false }) => {
    const policy: Manifest = { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', metadata: { name: 'refused' }, spec };
    const file = join(folder, 'refused.yaml');
    writeFileSync(file, JSON.stringify(policy));
    const { errors } = judged(file, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'default' } });
    expect({ name, ours: errors.map(error => error.message).join('\n') }).toEqual({ name, ours: expect.stringContaining(message) });
    const theirs = await client.create(policy, { dryRun: true }).then(() => 'accepted', error => {
      expect(error).toBeInstanceOf(Refused);
      return 'refused';
    });
    numbers.refused.policies++;
    expect(theirs).toBe(offline ? 'accepted' : 'refused');
  });
});

describe('policies that others wrote', () => {
  const cases = libraryCases();
  if (cases.length === 0) {
    test('with their tests', () => notRun('policies that others wrote, against the API server', `${LIBRARY} is not there`));
    return;
  }
  beforeAll(async () => {
    const definition = join(LIBRARY, 'configuration/policy-configuration-definition.yaml');
    expect(existsSync(definition)).toBe(true);
    await enforce(client, [parse(readFileSync(definition, 'utf8')), { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'test-namespace' } }]);
  });
  test.each([...new Set(cases.map(({ control }) => control))])('%s', async control => {
    const own = cases.filter(each => each.control === control);
    const disagreements = [];
    let lift = async () => {};
    let inForce = '';
    for (const { name, policy, binding, params, object, expected } of own) {
      const wanted = [params, policy, binding];
      if (JSON.stringify(wanted) !== inForce) {
        await lift();
        lift = await enforce(client, wanted);
        inForce = JSON.stringify(wanted);
      }
      const file = join(folder, `${control}.yaml`);
      const clusterScoped = /^(ClusterRole|Namespace)/.test(object.kind);
      const placed = clusterScoped ? object : { ...object, metadata: { namespace: 'default', ...object.metadata } };
      const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: placed.metadata.namespace ?? 'default' } };
      writeFileSync(file, [...wanted, namespace].map(each => JSON.stringify(each)).join('\n---\n'));
      const { outcome, message } = await ask(client, placed);
      const ours = asAdmission(outcomeOf(judged(file, placed)));
      numbers.library.cases++;
      // What is no valid object is refused before policies see it: there the tests of the library say alone what is right.
      const theirs = outcome === 'refused' ? undefined : message === undefined ? outcome : `${outcome}: ${message}`;
      numbers.library.notValid += Number(outcome === 'refused');
      if (theirs !== undefined && ours !== theirs || ours.startsWith('denied') !== (expected === 'fail')) {
        disagreements.push({ name, ours, theirs: theirs ?? message, expected });
      }
    }
    await lift();
    numbers.library.policies++;
    expect(disagreements).toEqual([]);
  });
});
