import { Container } from './containers';
import { eventually } from './eventually';
import { serving } from './tenant';
import { Manifest } from '../cluster/client';

/** A pod that runs, and the port on which it serves. */
export interface Served {
  readonly pod: Manifest;
  readonly port: number;
}

/** How long a packet that vanishes is waited for. */
const SECONDS = 2;

/** Who is answered by whom, as `from => to`, once all that is wanted is among it. */
export async function openOnce(served: ReadonlyMap<string, Served>, wanted: readonly string[]): Promise<string[]> {
  let found: string[] = [];
  await eventually('what is declared is open', () => {
    found = [...served.keys()].flatMap(from => answered(served, from).map(to => `${from} => ${to}`)).sort();
    return wanted.every(edge => found.includes(edge));
  }, 120);
  return found;
}

/** One asks all others at once. */
function answered(served: ReadonlyMap<string, Served>, from: string): string[] {
  const asked = [...served].filter(([to]) => to !== from).map(([to, { pod: { status }, port }]) =>
    `(printf 'GET /index.html HTTP/1.0\\r\\n\\r\\n' | nc -w ${SECONDS} ${status.podIP} ${port} 2>/dev/null | grep -q hello && echo ${to}) &`);
  return Container.of(served.get(from)!.pod).exec('sh', '-c', `${asked.join('\n')}\nwait`).output.split('\n').filter(line => line !== '');
}

/** A pod with some labels that serves on a port, for one whose own program is beside the point. */
export function standIn(name: string, namespace: string, labels: { readonly [label: string]: string }, port: number): Manifest {
  const { image, command } = serving(port);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'stand-in',
        image,
        command,
        securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      }],
      volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }],
    },
  };
}
