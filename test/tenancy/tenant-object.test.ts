import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Cron, Include, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { rendered, tenant } from './tenants';
import { CronJob, Deployment, StatefulSet } from '../../src';
import { CLUSTER_SCOPED } from '../../src/model/scope-of-kinds';

const LABELS = {
  'app.kubernetes.io/part-of': 'shop',
  'cdk8s-bulwark/tenant': 'shop',
  'cdk8s-bulwark/owner': 'team-shop',
  'cdk8s-bulwark/environment': 'prod',
  'cdk8s-bulwark/sensitivity': 'confidential',
};
const containers = [{ image: 'registry.example.com/web:1', portNumber: 8080 }];
const podSpec = { containers: [{ name: 'web', image: 'web' }] };
const of = (construct: any) => ApiObject.of(construct).toJson() as any;

describe('the labels reach', () => {
  test('workloads of ours, of cdk8s-plus, and their pods', () => {
    const chart = tenant();
    for (const workload of [new Deployment(chart, 'ours', { containers }), new kplus.Deployment(chart, 'theirs', { containers })]) {
      const { metadata, spec } = of(workload);
      expect([metadata.labels, spec.template.metadata.labels]).toEqual([expect.objectContaining(LABELS), expect.objectContaining(LABELS)]);
      expect(spec.selector.matchLabels).not.toHaveProperty('cdk8s-bulwark/tenant');
    }
  });

  test('the Jobs and pods of a CronJob', () => {
    const chart = tenant();
    const job = { schedule: Cron.daily(), containers };
    for (const cron of [new CronJob(chart, 'ours', job), new kplus.CronJob(chart, 'theirs', job)]) {
      const { jobTemplate } = of(cron).spec;
      expect(jobTemplate.metadata.labels).toMatchObject(LABELS);
      expect(jobTemplate.spec.template.metadata.labels).toMatchObject(LABELS);
    }
  });

  test('claims of a StatefulSet', () => {
    const chart = tenant();
    const service = new kplus.Service(chart, 'db-headless', { ports: [{ port: 5432 }] });
    const ours = new StatefulSet(chart, 'db', { service, containers, claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data' }] });
    const plain = new ApiObject(chart, 'plain', {
      apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { template: { spec: podSpec }, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }] },
    });
    for (const set of [ours, plain]) {
      const [claim] = of(set).spec.volumeClaimTemplates;
      expect([claim.metadata.name, claim.metadata.labels]).toEqual(['data', expect.objectContaining(LABELS)]);
    }
  });

  test('what is included, a List in it, and nested charts', () => {
    const chart = tenant();
    const url = join(mkdtempSync(join(tmpdir(), 'bulwark-')), 'list.yaml');
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'one' }, spec: podSpec };
    writeFileSync(url, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod, { ...pod, metadata: { name: 'two', labels: { own: 'kept' } } }] }));
    new Include(chart, 'included', { url });
    const nested = new ApiObject(new Chart(chart, 'nested'), 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    const [list] = rendered(chart).filter(({ kind }) => kind === 'List');
    for (const object of [...list.items, of(nested)]) {
      expect(object.metadata).toMatchObject({ namespace: 'shop', labels: LABELS });
    }
    expect(list.items[1].metadata.labels.own).toBe('kept');
  });
});

test('labels that the author writes are kept', () => {
  const chart = tenant();
  const web = new Deployment(chart, 'web', { containers, podMetadata: { labels: { 'own': 'pod', 'app.kubernetes.io/part-of': 'suite' } } });
  web.metadata.addLabel('own', 'object');
  const { metadata, spec } = of(web);
  expect([metadata.labels.own, spec.template.metadata.labels]).toEqual(['object', expect.objectContaining({ 'own': 'pod', 'app.kubernetes.io/part-of': 'suite' })]);
});

describe('an object that claims to be of another tenant is refused, with its construct path', () => {
  const FOREIGN = { labels: { 'cdk8s-bulwark/sensitivity': 'public' } };
  const MESSAGE = 'shop/other: the label cdk8s-bulwark/sensitivity says "public", and its tenant "shop" says "confidential"';
  test.each<[string, object]>([
    ['itself', { apiVersion: 'v1', kind: 'ConfigMap', metadata: FOREIGN }],
    ['in its pods', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { metadata: FOREIGN, spec: podSpec } } }],
    ['in the Jobs of a CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { metadata: FOREIGN, spec: { template: { spec: podSpec } } } } }],
    ['in the pods of a CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template: { metadata: FOREIGN, spec: podSpec } } } } }],
    ['in its claims', { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { template: { spec: podSpec }, volumeClaimTemplates: [{ metadata: FOREIGN }] } }],
  ])('%s', (_where, object) => {
    const chart = tenant();
    new ApiObject(chart, 'other', object as any);
    expect(() => chart.toJson()).toThrow(MESSAGE);
  });

  test('by its namespace', () => {
    const chart = tenant();
    new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'bank' } });
    expect(() => chart.toJson()).toThrow('shop/other: its namespace is "bank", and its tenant "shop" has "shop"');
  });

  test('and the same label with the same value is fine', () => {
    const chart = tenant();
    const same = new ApiObject(chart, 'same', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'shop', labels: { 'cdk8s-bulwark/owner': 'team-shop' } } });
    expect(of(same).metadata.labels).toMatchObject(LABELS);
  });
});

describe('cluster-scoped objects have the labels and no namespace', () => {
  test.each([...CLUSTER_SCOPED])('%s', groupKind => {
    const [kind, group] = groupKind.split('/').reverse();
    const object = new ApiObject(tenant(), 'object', { apiVersion: group === undefined ? 'v1' : `${group}/v1`, kind, metadata: { namespace: 'written' } });
    expect(of(object).metadata).not.toHaveProperty('namespace');
    expect(of(object).metadata.labels).toMatchObject(LABELS);
  });

  test('kinds of cdk8s-plus', () => {
    const chart = tenant();
    const objects = [new kplus.ClusterRole(chart, 'role'), new kplus.AwsElasticBlockStorePersistentVolume(chart, 'volume', { volumeId: 'vol-1' })];
    expect(objects.map(object => of(object).metadata.namespace)).toEqual([undefined, undefined]);
  });
});
