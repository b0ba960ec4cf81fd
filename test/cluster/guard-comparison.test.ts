import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from './client';
import { casesOf, compare, Compared, runs, told } from './guard/compared';
import { install, uninstall } from './guard/installed';
import { endTenants, makeTenants } from './guard/namespaces';
import { KUBERNETES } from './programs';
import { GuardAction } from '../../src';
import { guardOf } from '../../src/guard/guard';
import { Verification } from '../../src/verify/verifier';
import { FIXTURES } from '../controls/fixtures';

const client = Client.connect();
const PROOF = join(__dirname, '.proof');

/** Controls of which no bad manifest reaches a guard: Kubernetes itself refuses what they are against. */
const REFUSED_BY_KUBERNETES = ['request-within-limit', 'required-resources', 'selector-matches-template', 'volume-mount'];

/** Classes that fixtures name. */
const PRIORITY_CLASSES = ['shop', 'web', 'mine'];
const RUNTIME_CLASSES = ['gvisor', 'crun'];

/** Bad manifests whose denial names other faults of theirs alone: the API server tells of one request, and of one policy. */
const HIDDEN: { readonly [manifest: string]: string } = {
  'host-path-writable/bad-ephemeral-container.yaml as written': 'the pod itself mounts a path of its node, and is not there to be debugged',
  'secret-in-annotation/bad-pod.yaml Deployment': 'as a Deployment it needs a delay before it stops, for which another policy asks',
};

const namespaces = new Set(['shop', ...FIXTURES.flatMap(casesOf).flatMap(({ object }) => object.metadata.namespace ?? [])]);
const guarded = new Set<string>();
const warned: Compared[] = [];
const denied: Compared[] = [];

beforeAll(async () => {
  const accounts = new Set(FIXTURES.flatMap(casesOf).filter(({ object }) => object.kind === 'Pod').map(({ object }) => String(object.spec.serviceAccountName ?? 'default')));
  await makeTenants(client, namespaces, ['gone', ...[...accounts].filter(name => /^[a-z0-9-]+$/.test(name))]);
  for (const name of PRIORITY_CLASSES) {
    await client.apply({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value: 1 });
  }
  for (const name of RUNTIME_CLASSES) {
    await client.apply({ apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name }, handler: name });
  }
  for (const { options: { target, parameters }, fixtures } of runs()) {
    const cases = fixtures.flatMap(casesOf);
    // A warning tells of every policy, a denial of the first.
    const ids = await install(client, { target, parameters, action: GuardAction.WARN }, { namespace: 'shop', mutating: false });
    const verification = new Verification({ controls: [...ids], target, parameters });
    const known = new Set(ids);
    ids.forEach(id => guarded.add(id));
    const all = await compare(client, cases, verification, known);
    warned.push(...all);
    await install(client, { target, parameters }, { namespace: 'shop', mutating: false });
    const bad = all.filter(({ control, verifier, refused }) => refused === undefined && verifier.includes(control));
    denied.push(...await compare(client, bad, verification, known));
  }
}, 900_000);

afterAll(async () => {
  await uninstall(client, 'shop');
  await endTenants(client, namespaces);
  write();
});

test('the API server says of every manifest, in every form, what the verifier says', () => {
  const disagreements = warned.filter(({ refused, server, verifier }) => refused === undefined && server.join() !== verifier.join());
  expect(disagreements.map(each => told(each, { verifier: each.verifier, server: each.server }))).toEqual([]);
});

test('it denies every bad manifest, and the denial names its control and no other than the verifier does', () => {
  const hidden = ({ control, file, form, server }: Compared) => `${control}/${file} ${form}` in HIDDEN && server.length > 0;
  const wrong = denied.filter(each => !(each.server.includes(each.control) || hidden(each)) || !each.server.every(id => each.verifier.includes(id)));
  expect(wrong.map(each => told(each, { verifier: each.verifier, server: each.server }))).toEqual([]);
});

test('a bad manifest of every control that has a guard reaches it, but where Kubernetes refuses it itself', () => {
  const reached = new Set(denied.map(({ control }) => control));
  expect([...guarded].filter(id => !reached.has(id)).sort()).toEqual(REFUSED_BY_KUBERNETES);
});

test('what Kubernetes refuses before the guard sees it has a reason that is known', () => {
  expect(warned.filter(({ refused }) => refused?.startsWith('for a reason')).map(each => told(each, { refused: each.refused }))).toEqual([]);
});

/** The proof: figures for whoever asks, and every object that was not compared, by name. */
function write(): void {
  const compared = warned.filter(({ refused }) => refused === undefined);
  const proof = {
    kubernetes: KUBERNETES,
    controls: guarded.size,
    objects: warned.length,
    compared: compared.length,
    disagreements: compared.filter(({ server, verifier }) => server.join() !== verifier.join()).length,
    denied: denied.length,
    refusedByKubernetes: warned.filter(({ refused }) => refused !== undefined).map(each => told(each, { reason: each.refused })),
    deniedForAnother: HIDDEN,
    unguarded: guardOf().unguarded,
  };
  mkdirSync(PROOF, { recursive: true });
  writeFileSync(join(PROOF, 'guard.json'), `${JSON.stringify(proof, null, 1)}\n`);
  console.log(`the guard: ${proof.controls} controls, ${proof.objects} objects, ${proof.compared} compared with the verifier, ${proof.disagreements} disagreements, `
    + `${proof.denied} bad ones denied by name; Kubernetes itself refuses ${proof.refusedByKubernetes.length}, each with its reason in test/cluster/.proof/guard.json`);
}
