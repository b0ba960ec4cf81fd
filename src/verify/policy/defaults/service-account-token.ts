import { Inventory } from '../../../inventory/inventory';

type Open = { [field: string]: any };

const MOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The API server chooses the end of the name. */
const NAME = 'kube-api-access-00000';

/** The volume with the token of the pod's service account, which every pod gets that does not refuse it, in each container that mounts nothing there. */
export function withServiceAccountToken(pod: Open, inventory: Inventory): void {
  const { spec } = pod;
  const account = inventory.find('ServiceAccount', pod.metadata?.namespace ?? '', spec.serviceAccountName);
  if ((spec.automountServiceAccountToken ?? account?.object.automountServiceAccountToken) === false) {
    return;
  }
  const containers: Open[] = [...spec.initContainers ?? [], ...spec.containers ?? []];
  const without = containers.filter(container => !(container.volumeMounts ?? []).some((mount: Open) => mount.mountPath === MOUNT));
  without.forEach(container => { container.volumeMounts = [...container.volumeMounts ?? [], { name: NAME, readOnly: true, mountPath: MOUNT }]; });
  if (without.length > 0) {
    spec.volumes = [...spec.volumes ?? [], { name: NAME, projected: { defaultMode: 420, sources: SOURCES } }];
  }
}

const SOURCES = [
  { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
  { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
  { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
];
