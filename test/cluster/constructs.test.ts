import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Client, Manifest } from './client';
import { isDefined } from './crds';
import { inParallel } from './in-parallel';
import { addAccountOf, restricted } from './namespace';
import { podOf } from './pod';
import { proof } from './proof';
import { Recorded, recorded } from './recorded';
import { manifestOf } from '../../src/verify/manifests';
import { Verification } from '../../src/verify/verifier';

/** What tests tell our constructs to make although Kubernetes refuses it: part of the API server's message, and why. */
const ON_PURPOSE = load(readFileSync(join(__dirname, 'refused.yaml'), 'utf8')) as { readonly [message: string]: string };

const client = Client.connect();
const placed = ({ object, ...rest }: Recorded): Recorded => ({ ...rest, object: withNamespace(object) });
const all = recorded().map(placed);
const defined = all.filter(({ object }) => isDefined(object));

/** The message of the API server, or nothing where it accepts. */
const refusal = (request: Promise<unknown>) => request.then(() => undefined, (error: Error) => error.message);
const used = new Set<string>();
const onPurpose = ({ message }: { readonly message?: string }) => {
  const known = Object.keys(ON_PURPOSE).filter(part => message?.includes(part));
  known.forEach(part => used.add(part));
  return known.length > 0;
};
const unexpected = (row: Recorded & { readonly message?: string }) =>
  row.message === undefined || onPurpose(row) ? [] : [`${row.test}: ${row.object.kind} ${row.object.metadata.name}: ${row.message}`];

beforeAll(async () => {
  await inParallel([...new Set(all.map(({ object }) => object.metadata.namespace ?? 'default'))], name => client.apply(restricted(name)));
});

test('the API server accepts every object that a construct makes in a test', async () => {
  const answers = await inParallel(defined, async row => ({ ...row, message: await refusal(client.apply(row.object, { dryRun: true })) }));
  expect(answers.flatMap(unexpected)).toEqual([]);
  const undefinedGroups = all.filter(({ object }) => !isDefined(object)).map(({ object }) => object.apiVersion.split('/')[0]);
  proof('constructs', {
    'objects of constructs are accepted': answers.filter(({ message }) => message === undefined).length,
    'are refused as their test means them to be': answers.filter(({ message }) => message !== undefined).length,
    'are of kinds without a definition': Object.fromEntries([...new Set(undefinedGroups)].map(group => [group, undefinedGroups.filter(each => each === group).length])),
  });
  expect(answers.length).toBeGreaterThan(3000);
}, 600_000);

test('Pod Security admits every pod of theirs in which the verifier finds nothing, and no other', async () => {
  const rows = defined.flatMap(row => {
    const pod = podOf(row.object);
    return pod === undefined ? [] : [{ ...row, pod }];
  });
  const verification = new Verification({ packs: ['pss-restricted'], target: '1.34' });
  await inParallel(rows, ({ pod }) => addAccountOf(client, pod).catch(() => undefined));
  const answers = await inParallel(rows, async row => ({ ...row, message: await refusal(client.create(row.pod, { dryRun: true })) }));
  const judged = answers.filter(row => !onPurpose(row)).map(row => ({ ...row, denied: row.message?.includes('violates PodSecurity') ?? false, findings: found(verification, row.object) }));
  expect(judged.filter(({ denied, findings }) => denied !== findings.length > 0).map(({ test: name, object, message, findings }) =>
    `${name}: ${object.kind} ${object.metadata.name}: ${message} [${findings}]`)).toEqual([]);
  expect(judged.filter(({ denied }) => !denied).flatMap(unexpected)).toEqual([]);
  proof('pods', {
    'pods of constructs are admitted with Pod Security restricted enforced': judged.filter(({ message }) => message === undefined).length,
    'loosened ones are denied, and found by the verifier': judged.filter(({ denied }) => denied).length,
  });
}, 600_000);

test('what is refused on purpose still is', () => {
  expect(Object.keys(ON_PURPOSE).filter(message => !used.has(message))).toEqual([]);
});

function withNamespace(object: Manifest): Manifest {
  return podOf(object) === undefined || object.metadata.namespace !== undefined ? object : { ...object, metadata: { ...object.metadata, namespace: 'default' } };
}

function found(verification: Verification, object: Manifest): string[] {
  return verification.verify([manifestOf(object, {}, true)], [], []).findings.map(({ control }) => control);
}
