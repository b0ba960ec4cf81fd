import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Hardening, Verifier } from '../../src';
import { isInPass } from '../../src/hardening/pass';

/** An app of three charts with an object each; `produced` counts how often each object was rendered. */
function app() {
  const root = Testing.app();
  const produced = [0, 0, 0];
  const objects = produced.map((_, index) => new ApiObject(new Chart(root, `chart-${index}`), 'object', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `object-${index}` },
    data: Lazy.any({ produce: () => ({ times: String(++produced[index]) }) }),
  }));
  return { root, produced, objects };
}

const written = (root: { outdir: string }) => readdirSync(root.outdir).sort().map(file => readFileSync(join(root.outdir, file), 'utf8')).join('---\n');
const only = { controls: ['privileged-container'] };

test.each(['synth', 'synthYaml'] as const)('in one %s every object is rendered once, and the app is verified once, however many charts it has', method => {
  const { root, produced } = app();
  const report = jest.spyOn(Verifier.of(root, only), 'report');
  root[method]();
  expect(produced).toEqual([1, 1, 1]);
  expect(report).toHaveBeenCalledTimes(1);
  root[method]();
  expect(produced).toEqual([2, 2, 2]);
  expect(report).toHaveBeenCalledTimes(2);
});

test('a later mutation shows in the next synth', () => {
  const { root, objects } = app();
  Verifier.of(root, only);
  expect(root.synthYaml()).not.toContain('later');
  objects[1].metadata.addLabel('later', 'yes');
  expect(root.synthYaml()).toContain('later: "yes"');
  new ApiObject(new Chart(root, 'later'), 'added', { apiVersion: 'v1', kind: 'Secret' });
  root.synth();
  expect(written(root)).toContain('kind: Secret');
});

test.each([
  ['the app', (root: any) => root],
  ['a chart', (root: any) => root.node.findChild('chart-2')],
])('what a validation of %s changes is verified and written', (_name, on) => {
  const { root, objects } = app();
  const verifier = Verifier.of(root, only);
  const seen: string[] = [];
  const original = verifier.report.bind(verifier);
  verifier.report = () => {
    seen.push(JSON.stringify(objects[0].toJson()));
    return original();
  };
  on(root).node.addValidation({ validate: () => { objects[0].metadata.addLabel('late', 'yes'); return []; } });
  expect(root.synthYaml()).toContain('late: "yes"');
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain('"late":"yes"');
});

test('a chart that is rendered alone is rendered anew each time, last steps and all', () => {
  const { root, objects, produced } = app();
  Verifier.of(root, only);
  Hardening.override(objects[0], JsonPatch.add('/metadata/labels', { patched: 'yes' }));
  const chart = root.node.findChild('chart-0') as Chart;
  const first = Testing.synth(chart)[0];
  const times = produced[0];
  expect(first.metadata.labels).toEqual({ patched: 'yes' });
  expect(Testing.synth(chart)[0].data).not.toEqual(first.data);
  expect(produced[0]).toBeGreaterThan(times);
});

test('an app without a verifier is left alone, also where another has one', () => {
  Verifier.of(app().root, only);
  const { root, produced } = app();
  const validated = jest.fn(() => []);
  root.node.addValidation({ validate: validated });
  root.synth();
  expect(produced).toEqual([1, 1, 1]);
  expect(validated).toHaveBeenCalledTimes(4);
});

test('nothing of a run is left, also of one that fails', () => {
  const { root, objects } = app();
  const own = objects.map(object => Object.hasOwn(object, 'toJson'));
  Verifier.of(root, only);
  root.node.addValidation({ validate: () => ['no'] });
  expect(() => root.synth()).toThrow('no');
  expect(isInPass(root)).toBe(false);
  expect(objects.map(object => Object.hasOwn(object, 'toJson'))).toEqual(own);
});

test('the objects are those of cdk8s, in its order, whatever depends on what', () => {
  const row = fc.record({ parent: fc.nat(), chart: fc.boolean(), needs: fc.array(fc.nat(), { maxLength: 2 }) });
  const tree = fc.array(row, { minLength: 1, maxLength: 25 });
  const build = (rows: readonly { parent: number; chart: boolean; needs: readonly number[] }[], verified: boolean) => {
    const root = Testing.app();
    if (verified) {
      Verifier.of(root, only);
    }
    const made: Construct[] = [new Chart(root, 'first')];
    rows.forEach(({ parent, chart, needs }, index) => {
      const scope = made[parent % made.length];
      const construct = chart && Chart.isChart(scope) ? new Chart(scope, `c${index}`) : new ApiObject(scope, `o${index}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `o${index}` } });
      // Only on what was made before, so that there is no circle, and not on what holds it.
      needs.map(need => made[need % made.length]).filter(need => !construct.node.scopes.includes(need))
        .forEach(need => construct.node.addDependency(need));
      made.push(construct);
    });
    try {
      return root.synthYaml();
    } catch (error) {
      return (error as Error).message.slice(0, 40);
    }
  };
  let long = 0;
  fc.assert(fc.property(tree, rows => {
    const plain = build(rows, false);
    long += Number(plain.length > 200);
    expect(build(rows, true)).toBe(plain);
  }), { numRuns: 500 });
  expect(long).toBeGreaterThan(50);
});

test('a chart that renders in a way of its own keeps it', () => {
  class Own extends Chart {
    public toJson(): any[] {
      return [...super.toJson(), { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'more' } }];
    }
  }
  const { root } = app();
  Verifier.of(root, only);
  new Own(root, 'own');
  expect(root.synthYaml()).toContain('name: more');
});
