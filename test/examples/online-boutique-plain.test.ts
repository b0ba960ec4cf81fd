import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Testing } from 'cdk8s';
import { Boutique } from '../../examples/online-boutique-plain/boutique';
import { Hardening, Mode, Verifier } from '../../src';
import { readDocuments } from '../../src/verify/documents';
import { notRun } from '../not-run';

const ORIGINAL = join(__dirname, '../../../shared/cases/realworld/online-boutique/kubernetes-manifests');

/** Where our app says the same in other words, or leaves out what Kubernetes fills in. */
const OTHERWISE = [
  'Deployment/loadgenerator spec.template.spec.initContainers.0.command.1: "-exc" is "-ec"',
  'Deployment/loadgenerator spec.template.spec.initContainers.0.command.2',
  'Deployment/loadgenerator spec.template.spec.restartPolicy: "Always" is undefined',
];

type Objects = ReadonlyMap<string, any>;

const indexed = (objects: readonly any[]): Objects => new Map(objects.map(object => [`${object.kind}/${object.metadata.name}`, object]));
const ours = () => indexed(Testing.synth(new Boutique(Testing.app(), 'online-boutique')));

function originals(): Objects {
  return indexed(readdirSync(ORIGINAL).flatMap(file => readDocuments(readFileSync(join(ORIGINAL, file), 'utf8')).documents.map(({ value }) => value)));
}

/** Every field in which two values differ, with both. A script is named, not printed. */
function differences(original: any, own: any, path: readonly string[] = []): string[] {
  if (typeof original === 'object' && typeof own === 'object' && original !== null && own !== null) {
    return [...new Set([...Object.keys(original), ...Object.keys(own)])].sort().flatMap(key => differences(original[key], own[key], [...path, key]));
  }
  const values = `: ${JSON.stringify(original)} is ${JSON.stringify(own)}`;
  return original === own ? [] : [`${path.join('.')}${values.includes('\\n') ? '' : values}`];
}

/** Lists of environment variables mean the same in any order here: none refers to another. */
const unordered = (object: any) => JSON.parse(JSON.stringify(object), (key, value) =>
  key === 'env' ? Object.fromEntries(value.map((variable: any) => [variable.name, variable])) : value);

test('it is what the makers of the shop deploy', () => {
  if (!existsSync(ORIGINAL)) {
    return notRun('the comparison of examples/online-boutique-plain with the original', `${ORIGINAL} is not there`);
  }
  const [theirs, own] = [originals(), ours()];
  const found = [...theirs].flatMap(([name, original]) => own.has(name)
    ? differences(unordered(original), unordered(own.get(name))).map(difference => `${name} ${difference}`) : [`${name} is missing`]);
  console.log(`${theirs.size} original objects compared; they differ in:\n  ${found.join('\n  ')}`);
  expect(found.sort()).toEqual(OTHERWISE);
  const without = [...own.keys()].filter(name => !theirs.has(name) && name.startsWith('Deployment/'));
  notRun(`the comparison of ${without.join(', ')} with the original`, 'the cases hold the others alone');
  return undefined;
});

test('hardening leaves fewer findings, none grave, and no error', () => {
  const app = new App();
  new Boutique(app, 'online-boutique');
  const verifier = Verifier.of(app, { mode: Mode.OFF });
  const before = verifier.report();
  Hardening.of(app).apply();
  const after = verifier.report();
  expect([before.errors, after.errors]).toEqual([[], []]);
  expect(after.summary.findings).toBeLessThan(before.summary.findings);
  expect(after.summary.bySeverity).toMatchObject({ critical: 0, high: 0 });
});

test('every Service leads to a workload, and every account is used', () => {
  const app = new App();
  new Boutique(app, 'online-boutique');
  const { findings } = Verifier.of(app, { mode: Mode.OFF, complete: true, controls: ['dangling-service', 'dangling-service-account', 'duplicate-names'] }).report();
  expect(findings).toEqual([]);
});
