import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Testing } from 'cdk8s';
import { EDGES } from '../../examples/online-boutique/edges';
import { ENVIRONMENTS } from '../../examples/online-boutique/environments';
import { Shop } from '../../examples/online-boutique/shop';
import { Boutique } from '../../examples/online-boutique-plain/boutique';
import { Mode, Verifier, VerifierOptions } from '../../src';
import { readDocuments } from '../../src/verify/documents';
import { Cluster } from '../network/cluster';
import { notRun } from '../not-run';

const ORIGINAL = join(__dirname, '../../../shared/cases/realworld/online-boutique/kubernetes-manifests');
const README = readFileSync(join(__dirname, '../../examples/online-boutique/README.md'), 'utf8');

function shops(options: VerifierOptions = {}) {
  const app = new App();
  const verifier = Verifier.of(app, { mode: Mode.OFF, complete: true, ...options });
  ENVIRONMENTS.forEach(props => new Shop(app, `online-boutique-${props.environment}`, props));
  return { report: verifier.report(), manifests: app.charts.flatMap(chart => Testing.synth(chart)) as any[] };
}

const { report, manifests } = shops();
const namespaces = ENVIRONMENTS.map(({ environment }) => `online-boutique-${environment}`);
const inNamespace = (namespace: string) => manifests.filter(({ metadata }) => metadata.namespace === namespace);

/** What is compared: by workload what each container listens on, is told and is asked, and by Service what it leads to. */
function facts(objects: readonly any[]) {
  const workloads = objects.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
  const workloadOf = (selector: object) => workloads.find(({ spec }) =>
    Object.entries(selector).every(([key, value]) => spec.template.metadata.labels[key] === value))?.metadata.name;
  return {
    workloads: new Map(workloads.map(({ metadata, spec: { template: { spec } } }) =>
      [metadata.name, [...spec.initContainers ?? [], ...spec.containers].map(containerFacts)])),
    services: new Map(objects.filter(({ kind }) => kind === 'Service').map(({ metadata, spec }) => [metadata.name, {
      to: workloadOf(spec.selector), ports: spec.ports.map(({ name, port, targetPort }: any) => ({ name, port, targetPort })),
    }])),
  };
}

function containerFacts({ name, ports = [], env = [], readinessProbe, livenessProbe }: any) {
  return {
    name,
    ports: ports.map(({ containerPort, name: portName }: any) => ({ containerPort, name: portName })),
    env: Object.fromEntries(env.map((variable: any) => [variable.name, variable.value])),
    readiness: probeFacts(readinessProbe),
    liveness: probeFacts(livenessProbe),
  };
}

/** Everything but how often it may fail, of which the original says nothing, and what Kubernetes fills in. */
function probeFacts(probe: any) {
  if (probe === undefined) {
    return undefined;
  }
  const { failureThreshold, ...rest } = JSON.parse(JSON.stringify(probe));
  delete rest.httpGet?.scheme;
  return rest;
}

describe.each(namespaces)('%s says what its makers say', namespace => {
  const own = facts(inNamespace(namespace));

  test('as the plain app has it: ports, environment, probes and Services, nothing more', () => {
    const plain = facts(Testing.synth(new Boutique(Testing.app(), 'online-boutique')));
    expect(own.workloads.size).toBe(12);
    // A backup runs beside redis.
    const redis = own.workloads.get('redis-cart')!.filter(({ name }) => name === 'redis');
    expect(new Map([...own.workloads, ['redis-cart', redis]])).toEqual(plain.workloads);
    expect(own.services).toEqual(plain.services);
  });

  test('as the original files have it', () => {
    if (!existsSync(ORIGINAL)) {
      return notRun('the comparison of examples/online-boutique with the original', `${ORIGINAL} is not there`);
    }
    const original = facts(readdirSync(ORIGINAL).flatMap(file => readDocuments(readFileSync(join(ORIGINAL, file), 'utf8')).documents.map(({ value }) => value)));
    expect(original.workloads.size).toBeGreaterThan(5);
    original.workloads.forEach((containers, name) => expect([name, own.workloads.get(name)]).toEqual([name, containers]));
    original.services.forEach((service, name) => expect([name, own.services.get(name)]).toEqual([name, service]));
    return undefined;
  });

  test('nothing is reached from outside of the cluster or by a port of a node', () => {
    const services = inNamespace(namespace).filter(({ kind }) => kind === 'Service');
    expect(services.map(({ spec }) => spec.type)).toEqual(services.map(() => 'ClusterIP'));
  });

  test('who is told an address may reach it, and nobody else may reach anybody', () => {
    const cluster = new Cluster(manifests);
    const pods = cluster.pods.filter(pod => pod.namespace === namespace);
    const ports = [...new Set(pods.flatMap(({ id }) => (own.workloads.get(id.split('/')[1]) ?? []).flatMap(container => container.ports.map((port: any) => port.containerPort as number))))];
    const reached = pods.flatMap(client => cluster.pods.flatMap(server => ports.filter(port => cluster.reaches(client, server, { port, protocol: 'TCP' }))
      .map(port => `${client.namespace}/${client.id.split('/')[1]} -> ${server.namespace}/${server.id.split('/')[1]}:${port}`))).sort();
    // From the addresses in the environment, and not from the table of edges: each must be served, and each edge needed.
    const told = [...own.workloads].flatMap(([client, containers]) => [...new Set(containers.flatMap(({ env }) => Object.values(env) as string[]))]
      .map(value => /^([a-z-]+):(\d+)$/.exec(value)).filter(match => match !== null && own.services.has(match[1]))
      .map(match => {
        const { to, ports: [{ targetPort }] } = own.services.get(match![1])!;
        return `${namespace}/${client} -> ${namespace}/${to}:${targetPort}`;
      })).sort();
    expect(reached).toEqual(told);
    expect(reached).toHaveLength(Object.values(EDGES).flat().length);
  });
});

test('the verifier finds nothing, and nothing is acknowledged but what the README says', () => {
  expect([report.errors, report.findings]).toEqual([[], []]);
  const listed = [...README.slice(README.indexOf('## What is acknowledged')).matchAll(/^\| `([a-z0-9-]+)` \| (.+) \|$/gm)].map(([, control]) => control);
  expect(listed.length).toBeLessThanOrEqual(5);
  expect([...new Set(report.acknowledged.map(({ control }) => control))].sort()).toEqual(listed.sort());
  expect(report.summary.undetermined).toBe(0);
});

test('every pod is restricted', () => {
  const restricted = shops({ packs: ['pss-restricted'] }).report;
  const evaluated = restricted.evidence.find(({ control }) => control === 'run-as-non-root')!;
  expect(restricted.findings).toEqual([]);
  expect([evaluated.evaluated, evaluated.passed]).toEqual([26, 26]);
});

test('each environment is its own, and runs the images of its lock', () => {
  const versions = namespaces.map(namespace => inNamespace(namespace).find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'frontend')
    .spec.template.metadata.labels['app.kubernetes.io/version']);
  expect(versions).toEqual(['0.10.4', '0.10.3']);
  const images = JSON.stringify(manifests).match(/"image":"[^"]+"/g)!;
  images.forEach(image => expect(image).toMatch(/"image":"registry\.example\.com\/online-boutique\/[a-z]+:[\w.-]+@sha256:[0-9a-f]{64}"/));
});

test('redis is backed up to its store, which alone it and its restore reach', () => {
  const cluster = new Cluster(manifests);
  const https = { port: 443, protocol: 'TCP' };
  for (const namespace of namespaces) {
    const reaching = cluster.pods.filter(pod => pod.namespace === namespace && cluster.reachesAddress(pod, '203.0.113.7', https)).map(({ id }) => id);
    expect(reaching.sort()).toEqual(['CronJob/redis-cart-backup-restore-0', 'StatefulSet/redis-cart']);
    for (const address of ['198.51.100.7', '169.254.169.254']) {
      expect(cluster.pods.filter(pod => cluster.reachesAddress(pod, address, https))).toEqual([]);
    }
    const [{ spec }] = inNamespace(namespace).filter(({ kind }) => kind === 'StatefulSet');
    const sidecar = spec.template.spec.initContainers.find(({ name }: any) => name === 'backup-redis-data');
    expect(sidecar).toMatchObject({ restartPolicy: 'Always', securityContext: { readOnlyRootFilesystem: true } });
    expect(sidecar.image).toMatch(/\/restic:0\.14\.0@sha256:/);
  }
});

test('redis keeps its data', () => {
  const { spec } = manifests.find(({ kind }) => kind === 'StatefulSet');
  expect(spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
  expect(spec.template.spec.containers[0].volumeMounts).toContainEqual({ name: spec.volumeClaimTemplates[0].metadata.name, mountPath: '/data' });
});
