import { imageWithPrograms } from './images';
import { MeshKind, Platform, PlatformProps, Tenant } from '../../src';
import { Client, Manifest } from '../cluster/client';
import { KUBERNETES } from '../cluster/programs';
import { applyAll, tenantWith } from '../cluster/tenants';

const MINOR = KUBERNETES.split('.').slice(0, 2).join('.');

/** The cluster of these tests, which has no mesh. */
export const platformWith = (props: PlatformProps = {}) => Platform.generic({ kubernetes: MINOR, mesh: MeshKind.NONE, ...props });

/** Puts a tenant with workloads onto the cluster, as it is synthesized: Pod Security restricted is enforced in it. */
export async function deploy(client: Client, name: string, fill: (tenant: Tenant) => void): Promise<Manifest[]> {
  const objects = tenantWith(name, { platform: platformWith() }, tenant => {
    fill(tenant);
  });
  await applyAll(client, objects);
  return objects;
}

/** A container that runs a script of the shell. */
export const running = (script: string) => ({ image: imageWithPrograms(), command: ['sh', '-c', script] });

/** A container that serves `/tmp` on a port, and says when it is told to stop. */
export const serving = (portNumber: number) => ({
  portNumber,
  ...running(`echo hello > /tmp/index.html; httpd -f -p ${portNumber} -h /tmp & ${UNTIL_TOLD}`),
});

/** Lets a shell wait until it is told to stop, and ends it with a code of its own. */
export const UNTIL_TOLD = 'trap \'echo "told at $(date +%s)"; exit 7\' TERM; sleep 86400 & while :; do wait; done';

/** A running pod of a workload. */
export async function podOf(client: Client, namespace: string, workload: string, seconds = 90): Promise<Manifest> {
  for (const end = Date.now() + seconds * 1000; ; await new Promise(resolve => setTimeout(resolve, 500))) {
    const pods = (await client.list('v1', 'Pod', namespace)).filter(({ metadata }) => metadata.labels['app.kubernetes.io/name'] === workload);
    const ready = pods.find(({ metadata, status }) => metadata.deletionTimestamp === undefined
      && status.conditions?.some((condition: any) => condition.type === 'Ready' && condition.status === 'True'));
    if (ready !== undefined) {
      return ready;
    }
    if (Date.now() > end) {
      throw new Error(`no pod of ${namespace}/${workload} is ready after ${seconds} s: ${JSON.stringify(pods.map(({ status }) => status))}`);
    }
  }
}
