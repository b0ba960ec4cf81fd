import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { buildSync } from 'esbuild';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { built } from './app';
import { Control, Deployment, Environment, Platform, Sensitivity, Severity, SourcePlace, Subject, Tenant, Verifier } from '../../../src';
import { githubReport } from '../../../src/verify/report/github';
import { sarifReport } from '../../../src/verify/report/sarif';
import { textReport } from '../../../src/verify/report/text';
import { notRun } from '../../not-run';

type Found = readonly (readonly [constructPath: string, madeAt: SourcePlace | undefined])[];

const ROOT = join(__dirname, '../../..');
const OWN = join('test', 'app', 'made-at', 'made-at.test.ts');
const LINES = readFileSync(join(__dirname, 'app.ts'), 'utf8').split('\n');
const lineOf = (what: string) => LINES.findIndex(line => line.endsWith(`// line of ${what}`)) + 1;
const expected = (file: string) => ['agent/pod', 'imported', 'plain', 'plus/Resource']
  .map(path => [`shop/${path}`, file, lineOf(path.split('/')[0])]);
const only = { controls: ['host-pid', 'host-network'] };

/** Where each object was made, without the column. */
function placesOf(found: Found) {
  return [...new Map(found.map(([path, at]) => [path, [path, at?.file, at?.line]])).values()].sort();
}

/** The line on which this function is called. */
function here(): number {
  return Number(/made-at\.test\.ts:(\d+)/.exec(new Error().stack!.split('\n')[2])![1]);
}

test('in ts-jest each object has the line that made it', () => {
  const { findings } = Verifier.of(built(), only).report();
  expect(placesOf(findings.map(({ constructPath, madeAt }) => [constructPath!, madeAt]))).toEqual(expected(join('test', 'app', 'made-at', 'app.ts')));
});

test('the line stands in text, SARIF and the annotations of GitHub, with the path of the construct', () => {
  const app = Testing.app();
  const line = here() + 1;
  new ApiObject(new Chart(app, 'shop'), 'agent', { apiVersion: 'v1', kind: 'Pod', spec: { hostPID: true } });
  const report = Verifier.of(app, { controls: ['host-pid'] }).report();
  expect(textReport(report)).toContain(`    ${OWN}:${line}:3 (shop/agent)  spec.hostPID\n`);
  const [{ locations: [{ physicalLocation, logicalLocations }] }] = JSON.parse(sarifReport(report)).runs[0].results;
  expect(physicalLocation).toEqual({ artifactLocation: { uri: OWN, uriBaseId: 'SRCROOT' }, region: { startLine: line, startColumn: 3 } });
  expect(logicalLocations).toContainEqual({ kind: 'construct', fullyQualifiedName: 'shop/agent' });
  expect(githubReport(report)).toMatch(new RegExp(`^::error title=host-pid .*,file=${OWN},line=${line},col=3::.* \\[${OWN}:${line}:3 \\(shop/agent\\)\\]`));
  expect(() => app.synth()).toThrow(`[${OWN}:${line}]`);
});

test('what our own constructs make has the line of the app that asked for it', () => {
  const app = Testing.app();
  const owned = here() + 1;
  const tenant = new Tenant(app, 'shop', { platform: Platform.generic(), owner: 'team', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL });
  const made = here() + 1;
  const web = new Deployment(tenant, 'web', { containers: [{ image: 'web', portNumber: 80 }] });
  const exposed = here() + 1;
  web.exposeViaService();
  const nothing = new Control({
    id: 'nothing', title: 'Nothing is there', recommendation: '2.3', severity: Severity.LOW, subject: Subject.OBJECT, expression: 'false', message: 'it is', remediation: 'remove it',
  });
  const { findings } = Verifier.of(app, { packs: [], ownControls: [nothing] }).report();
  expect(findings.length).toBeGreaterThan(10);
  const lines = (path: string) => [...new Set(findings.filter(({ constructPath }) => constructPath!.startsWith(path)).map(({ madeAt }) => `${madeAt?.file}:${madeAt?.line}`))].sort();
  expect(lines('shop/')).toEqual([`${OWN}:${owned}`, `${OWN}:${made}`, `${OWN}:${exposed}`]);
  expect(lines('shop/web/')).toEqual([`${OWN}:${made}`, `${OWN}:${exposed}`]);
});

test('what a library makes when the app is synthesized has no line: that of the synthesis would be none', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  chart.node.addValidation({
    validate: new Function('ApiObject', 'chart', 'return () => { if (chart.node.tryFindChild("late") === undefined) { new ApiObject(chart, "late", '
    + '{ apiVersion: "v1", kind: "Pod", spec: { hostPID: true } }); } return []; }')(ApiObject, chart),
  });
  const verifier = Verifier.of(app, { controls: ['host-pid'] });
  expect(() => app.synth()).toThrow('host-pid on shop/late');
  expect(verifier.report().findings.map(({ constructPath, madeAt }) => [constructPath, madeAt])).toEqual([['shop/late', undefined]]);
});

test('who writes stacks in a way of his own costs the line, and nothing else', () => {
  const app = new App();
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => 7;
  new ApiObject(new Chart(app, 'shop'), 'agent', { apiVersion: 'v1', kind: 'Pod', spec: { hostPID: true } });
  const { findings } = Verifier.of(app, only).report();
  Error.prepareStackTrace = prepareStackTrace;
  expect(findings.map(({ madeAt }) => madeAt)).toEqual([undefined]);
});

const isBuilt = existsSync(join(ROOT, 'lib/index.js'));
if (!isBuilt) {
  notRun('the lines of objects in compiled apps', 'the library is not built: npx projen compile');
}

(isBuilt ? describe : describe.skip)('in a process of its own', () => {
  const app = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-made-at-')));
  mkdirSync(join(app, 'node_modules'));
  symlinkSync(ROOT, join(app, 'node_modules/cdk8s-bulwark'));
  ['cdk8s', 'cdk8s-plus-28', 'constructs', 'ts-node', 'typescript'].forEach(name => symlinkSync(join(ROOT, 'node_modules', name), join(app, 'node_modules', name)));
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: 'nodenext', target: 'es2022', rootDir: '.' } }));
  mkdirSync(join(app, 'src of app'));
  ['app.ts', 'main.ts'].forEach(name => cpSync(join(__dirname, name), join(app, 'src of app', name)));

  function run(args: readonly string[]): Found {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: app, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  }

  /** Compiles as tsc does. */
  function compiled(folder: string, options: { readonly sourceMap?: boolean }): string {
    mkdirSync(join(app, folder));
    for (const name of ['app', 'main']) {
      const { outputText, sourceMapText } = transpileModule(readFileSync(join(__dirname, `${name}.ts`), 'utf8'), {
        fileName: `../src of app/${name}.ts`, compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, ...options },
      });
      writeFileSync(join(app, folder, `${name}.js`), outputText);
      if (sourceMapText !== undefined) {
        // transpileModule knows no folders: tsc names the source from where the map stands.
        writeFileSync(join(app, folder, `${name}.js.map`), JSON.stringify({ ...JSON.parse(sourceMapText), sources: [`../src of app/${name}.ts`] }));
      }
    }
    return `${folder}/main.js`;
  }

  const source = join('src of app', 'app.ts');

  test('ts-node', () => {
    expect(placesOf(run(['-r', 'ts-node/register/transpile-only', 'src of app/main.ts']))).toEqual(expected(source));
  });

  test('compiled with maps beside the files, which Node reads or not', () => {
    const main = compiled('dist', { sourceMap: true });
    expect(placesOf(run([main]))).toEqual(expected(source));
    expect(placesOf(run(['--enable-source-maps', main]))).toEqual(expected(source));
  });

  test('compiled without a map, it is the line of what runs', () => {
    const places = placesOf(run([compiled('plain', {})]));
    expect(places.map(([, file]) => file)).toEqual(Array(4).fill(join('plain', 'app.js')));
  });

  /** One copy of each, as an app has. */
  const alias = Object.fromEntries(['cdk8s', 'cdk8s-plus-28', 'constructs'].map(name => [name, join(app, 'node_modules', name)]));

  test.each(['inline', 'linked'] as const)('bundled by esbuild with a map %s, with its libraries or without', sourcemap => {
    for (const packages of ['bundle', 'external'] as const) {
      const outfile = join(app, `bundle-${sourcemap}-${packages}`, 'main.js');
      buildSync({ entryPoints: [join(app, 'src of app/main.ts')], bundle: true, platform: 'node', packages, preserveSymlinks: true, alias: packages === 'bundle' ? alias : {}, external: ['ajv'], outfile, sourcemap, logLevel: 'error' });
      expect(placesOf(run([outfile]))).toEqual(expected(source));
    }
  });
});
