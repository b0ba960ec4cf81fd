import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { loadAll } from 'js-yaml';
import { HOSTILE, hostileReport, pod, verified } from './example';
import { Report } from '../../../src';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { openReports } from '../../../src/verify/report/openreports';
import { CACHE } from '../../cluster/cache';
import { definitions } from '../../cluster/crds';
import { notRun } from '../../not-run';

const MODULE = 'github.com/openreports/reports-api';
const isThere = existsSync(join(CACHE, 'definitions', `${MODULE.replaceAll('/', '_')}-v0.2.1.json`)) || spawnSync('go', ['version']).status === 0;

/** An API server drops what a definition does not know: here it is a fault. */
function strict(schema: any): any {
  const { properties, items, additionalProperties, ...rest } = schema;
  return {
    ...rest,
    ...properties === undefined ? {} : {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, strict(each)])),
      additionalProperties: false,
    },
    ...items === undefined ? {} : { items: strict(items) },
    ...additionalProperties === undefined ? {} : { additionalProperties },
  };
}

const objectsOf = (report: Report) => loadAll(openReports(report)) as any[];
const WEB = pod('web', 'main', { reason: 'it must', owner: 'jane', until: '2027-01-01' });
const report = verified([WEB, pod('other'), 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}', 'apiVersion: v1\nkind: Pod\nmetadata: {name: nowhere}\nspec: {hostPID: true, containers: [{name: a, image: a}]}']);

if (!isThere) {
  test('OpenReports against their definitions', () => notRun('OpenReports against their definitions', 'there is no Go to download them: install Go from https://go.dev/dl'));
} else {
  describe('as the definitions of openreports.io say', () => {
    const metadata = { type: 'object', required: ['name'], properties: { name: { type: 'string', pattern: '^[a-z0-9.-]+$' }, namespace: { type: 'string' }, labels: { type: 'object' } } };
    const byKind = new Map(definitions(MODULE).map(({ spec: { names, versions } }) => {
      const schema = strict(versions.find(({ name }: any) => name === 'v1alpha1').schema.openAPIV3Schema);
      const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
      return [names.kind as string, ajv.compile({ ...schema, properties: { ...schema.properties, metadata } })];
    }));
    const faults = (object: any) => byKind.get(object.kind)!(object) ? [] : byKind.get(object.kind)!.errors;

    test.each([['a report', report], ['hostile texts', hostileReport()], ['errors', verified(['a: 1', 'b: ['])], ['a baseline', againstBaseline(report, report.findings)]])('%s', (_name, each) => {
      const objects = objectsOf(each);
      expect(objects.length).toBeGreaterThan(0);
      expect(objects.flatMap(faults)).toEqual([]);
    });

    test('they refuse what is none', () => {
      const [object] = objectsOf(report);
      expect(faults({ ...object, further: 1 })).toHaveLength(1);
      expect(faults({ ...object, results: [{ ...object.results[0], result: 'bad' }] })).toHaveLength(1);
    });
  });
}

test('a Report a namespace, and a ClusterReport for what has none', () => {
  const objects = objectsOf(report);
  expect(objects.map(({ kind, metadata: { namespace } }) => [kind, namespace])).toEqual([['Report', 'shop'], ['Report', undefined], ['ClusterReport', undefined]]);
  const [shop, , cluster] = objects;
  expect(shop.results.every(({ resources }: any) => resources[0].namespace === 'shop')).toBe(true);
  expect(shop.summary).toEqual({ pass: 0, fail: report.findings.filter(({ object }) => object.namespace === 'shop').length, warn: 0, error: 0, skip: 1 });
  expect(cluster.results.filter(({ result }: any) => result === 'pass').length).toBe(cluster.summary.pass);
  expect(cluster.summary.pass).toBe(report.evidence.filter(({ passed, failed, acknowledged }) => passed > 0 && failed + acknowledged === 0).length);
  expect(cluster.results.some(({ resources }: any) => resources?.[0].kind === 'Namespace')).toBe(true);
});

test('what was acknowledged is skipped, with who and why; what the baseline knows is a warning', () => {
  const results = objectsOf(againstBaseline(report, report.findings)).flatMap(object => object.results);
  expect(results.filter(({ result }) => result === 'skip')).toEqual([expect.objectContaining({ policy: 'host-pid', properties: expect.objectContaining({ reason: 'it must', owner: 'jane', until: '2027-01-01' }) })]);
  expect(results.filter(({ result }) => result === 'warn')).toHaveLength(report.findings.length);
  expect(results.filter(({ result }) => result === 'fail')).toEqual([]);
});

test('a report that is too big for an object is several', () => {
  const many = verified(Array.from({ length: 1200 }, (_, index) => pod(`web-${index}`)), { packs: ['pss-baseline'] });
  const objects = objectsOf(many).filter(({ kind }) => kind === 'Report');
  expect(objects.map(({ metadata, results }) => [metadata.name, results.length])).toEqual([['cdk8s-bulwark', 500], ['cdk8s-bulwark-2', 500], ['cdk8s-bulwark-3', 200]]);
  expect(Math.max(...objects.map(object => JSON.stringify(object).length))).toBeLessThan(1_000_000);
});

test('nothing of what others write is lost', () => {
  const text = JSON.stringify(objectsOf(hostileReport()));
  HOSTILE.forEach(hostile => [`says ${hostile}`, `because ${hostile}`, `error ${hostile}`].forEach(each => expect(text).toContain(JSON.stringify(each).slice(1, -1))));
});
