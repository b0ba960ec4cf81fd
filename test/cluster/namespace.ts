import { Client, Manifest } from './client';

/** A namespace in which Pod Security is enforced. */
export function restricted(name: string): Manifest {
  return namespace(name, 'restricted');
}

/** A namespace whose pods may be anything that is valid. */
export function privileged(name: string): Manifest {
  return namespace(name, 'privileged');
}

function namespace(name: string, enforce: string): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': enforce } } };
}

/** Makes the service account that a pod names, if it is not there: without it there is no pod. */
export async function addAccountOf(client: Client, pod: Manifest): Promise<void> {
  const name = pod.spec.serviceAccountName ?? 'default';
  await client.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: pod.metadata.namespace } });
}
