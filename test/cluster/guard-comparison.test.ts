import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Manifest } from './client';
import { Form, formsOf } from './guard/forms';
import { install, uninstall } from './guard/installed';
import { endTenants, makeTenants } from './guard/namespaces';
import { asked, verified } from './guard/verdicts';
import { GuardAction } from '../../src';
import { readDocuments } from '../../src/verify/documents';
import { Verification } from '../../src/verify/verifier';
import { FixtureOptions, FIXTURES, Fixtures } from '../controls/fixtures';

/** One object of a manifest, in one form. */
interface Case { readonly id: string; readonly file: string; readonly form: Form; readonly object: Manifest }

/** What came of it. */
interface Compared extends Case { readonly verifier: readonly string[]; readonly server?: readonly string[]; readonly refused?: string }

const client = Client.connect();
const PROOF = join(__dirname, '.proof');
const AT_ONCE = 16;

const casesOf = ({ id, folder, files }: Fixtures): Case[] => files.flatMap(file => readDocuments(readFileSync(join(folder, file), 'utf8')).documents
  .flatMap(({ value }) => formsOf(value as Manifest).map(([form, object]) => ({ id, file, form, object }))));

/** Fixtures by what they are judged with: a guard holds one target, and one set of parameters. */
const runs = new Map<string, { readonly options: FixtureOptions; readonly fixtures: Fixtures[] }>();
for (const fixtures of FIXTURES) {
  const { target, parameters } = fixtures.options;
  const key = parameters === undefined ? String(target) : fixtures.id;
  runs.set(key, { options: { target, parameters: parameters && { [fixtures.id]: parameters } }, fixtures: [...runs.get(key)?.fixtures ?? [], fixtures] });
}
const namespaces = new Set(['shop', ...FIXTURES.flatMap(casesOf).flatMap(({ object }) => object.metadata.namespace ?? [])]);

beforeAll(async () => {
  await makeTenants(client, namespaces, ['default', 'web', 'reader', 'gone']);
  await client.apply({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'shop' }, value: 1 });
});
afterAll(async () => {
  await uninstall(client);
  await endTenants(client, namespaces);
});

test('the API server and the verifier say the same of every manifest, in every form', async () => {
  const compared: Compared[] = [];
  const guardedIds = new Set<string>();
  for (const { options: { target, parameters }, fixtures } of runs.values()) {
    const guarded = await install(client, { target, parameters, action: GuardAction.WARN }, { mutating: false });
    guarded.forEach(id => guardedIds.add(id));
    const verification = new Verification({ controls: [...guarded], target, parameters });
    await inParallel(fixtures.flatMap(casesOf), async each => {
      const { controls, refused } = await asked(client, each.object, new Set(guarded));
      compared.push({ ...each, verifier: verified(each.object, verification), server: controls, refused });
    });
  }
  const judged = compared.filter(({ server }) => server !== undefined);
  const disagreements = judged.filter(({ server, verifier }) => server!.join() !== verifier.join());
  mkdirSync(PROOF, { recursive: true });
  writeFileSync(join(PROOF, 'guard-debug.json'), JSON.stringify({ disagreements, refused: compared.filter(({ refused }) => refused !== undefined) }, null, 1));
  console.log(`${guardedIds.size} controls, ${compared.length} objects, ${judged.length} compared, ${disagreements.length} disagreements`);
  expect(disagreements.map(({ id, file, form, verifier, server }) => ({ id, file, form, verifier, server }))).toEqual([]);
}, 600_000);

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) {
      await act(item);
    }
  }));
}
