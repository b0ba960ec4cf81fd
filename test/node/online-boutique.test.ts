import { App, Testing } from 'cdk8s';
import { openOnce, Served, standIn } from './asking';
import { proven } from './proven';
import { platformWith, podOf } from './tenant';
import { EDGES } from '../../examples/online-boutique/edges';
import { Shop } from '../../examples/online-boutique/shop';
import { Environment, Mode, Verifier } from '../../src';
import { Client, Manifest } from '../cluster/client';
import { addAccountOf } from '../cluster/namespace';
import { applyAll } from '../cluster/tenants';

const NAMESPACE = 'online-boutique-node';
const BEHIND_A_GATEWAY = platformWith({ gatewayClass: 'istio', cni: 'cilium' });

const client = Client.connect();
const app = new App();
Verifier.of(app, { mode: Mode.OFF });
const objects: Manifest[] = Testing.synth(new Shop(app, NAMESPACE, { environment: Environment.STAGING, replicas: 1, platform: BEHIND_A_GATEWAY }));
const workloads = objects.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
const declared = Object.entries(EDGES).flatMap(([from, servers]) => servers.map(to => `${from} => ${to}`)).sort();
let pods: ReadonlyMap<string, Served>;

beforeAll(async () => {
  await applyAll(client, objects.filter(({ kind }) => ['Namespace', 'NetworkPolicy'].includes(kind)));
  // Images of the shop are not here: stand-ins have the labels by which policies select its pods, and serve on their ports.
  const running = workloads.map(async ({ metadata: { name }, spec: { template } }): Promise<[string, Served]> => {
    const [{ containerPort: port } = { containerPort: 8080 }] = template.spec.containers.flatMap(({ ports = [] }: any) => ports);
    const pod = standIn(name, NAMESPACE, template.metadata.labels, port);
    await addAccountOf(client, pod);
    await client.apply(pod);
    return [name, { pod: await podOf(client, NAMESPACE, name, 180), port }];
  });
  pods = new Map(await Promise.all(running));
});

test('of all pairs of the example exactly those are open that it declares', async () => {
  expect(declared).toHaveLength(16);
  expect(await openOnce(pods, declared)).toEqual(declared);
  proven('edges of the online boutique that are declared, and open', declared.length);
  proven('pairs of the online boutique that are not declared, and closed', pods.size * (pods.size - 1) - declared.length);
});
