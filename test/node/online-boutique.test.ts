import { App, Testing } from 'cdk8s';
import { Container } from './containers';
import { eventually } from './eventually';
import { proven } from './proven';
import { platformWith, podOf, serving } from './tenant';
import { EDGES } from '../../examples/online-boutique/edges';
import { Shop } from '../../examples/online-boutique/shop';
import { Environment, Mode, Verifier } from '../../src';
import { Client, Manifest } from '../cluster/client';

const NAMESPACE = 'online-boutique-node';
// What their programs do is beside the point, and their images are not here: stand-ins serve on the same ports, with the same labels.
const WANTED = ['Namespace', 'NetworkPolicy'];
const SECONDS = 2;
const BEHIND_A_GATEWAY = platformWith({ gatewayClass: 'istio', cni: 'cilium' });

const client = Client.connect();
const app = new App();
Verifier.of(app, { mode: Mode.OFF });
const objects: Manifest[] = Testing.synth(new Shop(app, NAMESPACE, { environment: Environment.STAGING, replicas: 1, platform: BEHIND_A_GATEWAY }));
const workloads = objects.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
const nameOf = ({ metadata }: Manifest): string => metadata.name;
const portsOf = ({ spec }: Manifest): number[] => spec.template.spec.containers.flatMap(({ ports = [] }: any) => ports)
  .map(({ containerPort }: any) => containerPort);

const declared = Object.entries(EDGES).flatMap(([from, servers]) => servers.map(to => `${from} => ${to}`)).sort();
let pods: Map<string, Manifest>;

beforeAll(async () => {
  for (const object of WANTED.flatMap(kind => objects.filter(each => each.kind === kind))) {
    await client.apply(object);
  }
  await client.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: NAMESPACE } });
  await Promise.all(workloads.map(workload => client.apply(standIn(workload))));
  pods = new Map(await Promise.all(workloads.map(async workload =>
    [nameOf(workload), await podOf(client, NAMESPACE, nameOf(workload), 180)] as const)));
});

test('of all pairs of the example exactly those are open that it declares', async () => {
  expect(declared).toHaveLength(16);
  await eventually('what is declared is open', () => declared.every(edge => open().includes(edge)), 60);
  expect(open()).toEqual(declared);
  proven('edges of the online boutique that are declared, and open', declared.length);
  proven('pairs of the online boutique that are not declared, and closed', workloads.length * (workloads.length - 1) - declared.length);
});

/** A pod with the labels by which policies select those of a workload, which serves what they serve. */
function standIn(workload: Manifest): Manifest {
  const [port = 8080] = portsOf(workload);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: nameOf(workload), namespace: NAMESPACE, labels: workload.spec.template.metadata.labels },
    spec: {
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'stand-in',
        image: serving(port).image,
        command: serving(port).command,
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      }],
      volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }],
    },
  };
}

/** Who is answered by whom. Each pod asks all others at once. */
function open(): string[] {
  return workloads.map(nameOf).flatMap(from => answered(from).map(to => `${from} => ${to}`)).sort();
}

function answered(from: string): string[] {
  const asked = workloads.filter(workload => nameOf(workload) !== from).map(workload => {
    const { status: { podIP } } = pods.get(nameOf(workload))!;
    const [port = 8080] = portsOf(workload);
    return `(printf 'GET /index.html HTTP/1.0\\r\\n\\r\\n' | nc -w ${SECONDS} ${podIP} ${port} 2>/dev/null | grep -q hello && echo ${nameOf(workload)}) &`;
  });
  return Container.of(pods.get(from)!).exec('sh', '-c', `${asked.join('\n')}\nwait`).output.split('\n').filter(line => line !== '');
}
