import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Client, Manifest } from './client';
import { isDefined } from './crds';
import { proof } from './proof';
import { ready } from './ready';
import { applyAll, tenantWith } from './tenants';
import { Deployment, MeshKind, Platform, Scaling } from '../../src';

const IMAGE = `registry.example.com/web:1.2.3@sha256:${'0123456789abcdef'.repeat(4)}`;
const MOST = 4;
const client = Client.connect();
let admitted = 0;

afterAll(() => proof('injection', { 'pods with the sidecar of a mesh are admitted, and fit the quota': admitted }));

describe.each([[MeshKind.ISTIO_SIDECAR, 'istio-sidecar'], [MeshKind.LINKERD, 'linkerd']])('%s', (mesh, name) => {
  const injected: any = load(readFileSync(join(__dirname, 'sidecars', `${name}.yaml`), 'utf8'));
  const objects = tenantWith(name, { platform: Platform.generic({ kubernetes: '1.34', mesh, meshCniPlugin: true }) }, tenant => {
    const target = new Deployment(tenant, 'web', { containers: [{ image: IMAGE, portNumber: 8080 }] });
    new Scaling(tenant, 'scaling', { target, maxReplicas: MOST });
  }).filter(isDefined);
  const web = objects.find(({ kind }) => kind === 'Deployment')!;
  const namespace = objects.find(({ kind }) => kind === 'Namespace')!;
  const pods = () => client.list('v1', 'Pod', name);

  beforeAll(() => applyAll(client, [...objects.filter(object => object !== web), withSidecar(web, injected)]));
  afterAll(() => client.vanish(namespace));

  test('pods with its sidecar are admitted where Pod Security is restricted, and become ready at the maximum of the autoscaler', async () => {
    expect(namespace.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    await client.patch(web, { spec: { replicas: MOST } }, 'scale');
    await ready(client, web);
    const found = (await pods()).filter(({ spec }) => spec.initContainers.length === injected.initContainers.length);
    expect(found).toHaveLength(MOST);
    admitted += found.length;
  });

  test('the quota has room for all of them being replaced', async () => {
    await client.patch(web, { spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-01-01T00:00:00Z' } } } } });
    await ready(client, web);
    const events = await client.list('v1', 'Event', name);
    expect(events.map(({ message }) => message).filter(message => message.includes('exceeded quota') || message.includes('forbidden'))).toEqual([]);
  });
});

function withSidecar(workload: Manifest, { initContainers, volumes }: any): Manifest {
  const { template } = workload.spec;
  const own = template.spec;
  const spec = { ...own, initContainers: [...initContainers, ...own.initContainers ?? []], volumes: [...own.volumes, ...volumes] };
  return { ...workload, spec: { ...workload.spec, template: { ...template, spec } } };
}
