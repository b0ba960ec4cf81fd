import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Manifest } from './client';
import { casesOf } from './guard/compared';
import { verified } from './guard/verdicts';
import { isBuilt, program } from './programs';
import { proof } from './proof';
import { GuardEngine } from '../../src';
import { guardOf } from '../../src/guard/guard';
import { Inventory } from '../../src/inventory/inventory';
import { manifestOf } from '../../src/verify/manifests';
import { admittedInFull } from '../../src/verify/policy/defaults/admitted-in-full';
import { Verification } from '../../src/verify/verifier';
import { FIXTURES } from '../controls/fixtures';

/** Kyverno compiles all policies anew for each object, which takes a quarter of a second: of the controls it is asked about one of so many. */
const ONE_OF = 3;

const { objects: policies, guarded } = guardOf({ engine: GuardEngine.KYVERNO, packs: ['csa'] });
const verification = new Verification({ controls: [...guarded] });
const known = new Set(guarded);

const keyOf = (kind: string, name: string, namespace = '') => `${kind} ${namespace}/${name}`;
const taken = new Set<string>();

/** Kyverno's command takes no two objects of one name. */
function withOwnName(object: Manifest, index: number): Manifest {
  const { kind, metadata } = object;
  const name = taken.has(keyOf(kind, metadata.name, metadata.namespace)) ? `${metadata.name}-${index}` : metadata.name;
  taken.add(keyOf(kind, name, metadata.namespace));
  return { ...object, metadata: { ...metadata, name } };
}

/** Of custom resources Kyverno's command does not know the scope and the plural, without a cluster: it passes over some of them. */
const isOfKubernetes = ({ apiVersion }: Manifest) => !apiVersion.includes('/') || /^(apps|autoscaling|batch|policy|[a-z]+(\.authorization)?\.k8s\.io)\//.test(apiVersion);

/** The first good and the first bad manifest of a control, as they are handed to Kyverno: with the defaults of the API server. */
const asked = FIXTURES.filter(({ id, options }) => known.has(id) && options.target === undefined && options.parameters === undefined)
  .filter((_fixtures, index) => index % ONE_OF === 0)
  .flatMap(fixtures => ['good', 'bad'].flatMap(start => casesOf(fixtures).find(({ file, form, object }) => file.startsWith(start) && form === 'as written' && isOfKubernetes(object)) ?? []))
  .map(({ control, file, object }, index) => {
    const manifest = manifestOf(withOwnName(object, index), {}, true);
    return { control, file, object: admittedInFull(manifest, new Inventory([manifest], false)) as Manifest };
  });

interface Result {
  readonly resources: readonly [{ readonly kind: string; readonly name: string; readonly namespace?: string }];
  readonly result: string;
  readonly message: string;
}

/** What Kyverno's command reports of each object. */
function judged(): Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-kyverno-'));
  const write = (name: string, all: readonly object[]) => {
    writeFileSync(join(folder, name), all.map(object => JSON.stringify(object)).join('\n---\n'));
    return join(folder, name);
  };
  const header = (kind: string) => ({ apiVersion: 'cli.kyverno.io/v1alpha1', kind, metadata: { name: 'tests' } });
  const labels = Object.fromEntries(['tenant', 'owner', 'environment', 'sensitivity'].map(label => [`cdk8s-bulwark/${label}`, 'shop']));
  const namespaces = [...new Set(asked.flatMap(({ object }) => object.metadata.namespace ?? []))];
  const { stdout, stderr } = spawnSync(program('kyverno'), ['apply', write('policies.yaml', policies.filter(({ kind }) => kind === 'ValidatingPolicy')),
    '--resource', write('objects.yaml', asked.map(({ object }) => object)),
    '--values-file', write('values.yaml', [{ ...header('Values'), namespaceSelector: namespaces.map(name => ({ name, labels })) }]),
    '--userinfo', write('user.yaml', [{ ...header('UserInfo'), userInfo: { username: 'ada', groups: ['shop-developers'] } }]),
    '--policy-report', '--output-format', 'json', '--remove-color'], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const report = stdout.indexOf('{"kind":"ClusterReport"');
  if (report < 0) {
    throw new Error(`Kyverno reports nothing: ${stdout}${stderr}`);
  }
  return JSON.parse(stdout.slice(report)).results;
}

const judging = isBuilt('kyverno', 'the guard for Kyverno, judged by Kyverno itself') ? test : test.skip;

judging('Kyverno itself says of manifests what the verifier says, and names the controls', () => {
  const results = judged();
  const rows = asked.map(({ control, file, object }) => {
    const key = keyOf(object.kind, object.metadata.name, object.metadata.namespace);
    const own = results.filter(({ resources: [{ kind, name, namespace }] }) => keyOf(kind, name, namespace) === key);
    const texts = own.filter(({ result }) => result === 'fail').flatMap(({ message }) => message.split('; '));
    const errors = own.filter(({ result }) => result === 'error').map(({ message }) => message);
    return { control, file, judged: own.length > 0, kyverno: [...new Set(texts.map(text => text.split(':')[0]))].sort(), errors, verifier: verified(object, verification) };
  });
  const disagreements = rows.filter(({ kyverno, verifier, errors }) => kyverno.join() !== verifier.join() || errors.length > 0);
  const denied = rows.filter(({ control, kyverno }) => kyverno.includes(control)).length;
  proof('kyverno', {
    'objects are judged by Kyverno as by the verifier': rows.filter(each => each.judged && !disagreements.includes(each)).length,
    'bad ones are denied, by the name of their control': denied,
  });
  expect(disagreements).toEqual([]);
  expect(denied).toBeGreaterThan(30);
  expect(rows.filter(row => !row.judged)).toEqual([]);
}, 600_000);
