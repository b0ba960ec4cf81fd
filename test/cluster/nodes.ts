import { Client, Manifest } from './client';

/** Nodes that are not real: KWOK says that their pods run. */
const NODES = ['fake-0', 'fake-1', 'fake-2'];

/** What claims of volumes are bound by, without a driver of storage. */
const CLASS: Manifest = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'kwok-volume', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kwok.x-k8s.io/volume',
  volumeBindingMode: 'Immediate',
};

/** Makes nodes, each in a zone of its own, with room for what tests put there. */
export async function addNodes(client: Client): Promise<void> {
  const room = { 'cpu': '64', 'memory': '512Gi', 'ephemeral-storage': '1Ti', 'pods': '500' };
  await Promise.all(NODES.map(async (name, index) => {
    const labels = { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': `zone-${index}` };
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name, labels, annotations: { 'kwok.x-k8s.io/node': 'fake' } } };
    await client.apply(node);
    await client.patch(node, { status: { allocatable: room, capacity: room } }, 'status');
  }));
  await client.apply(CLASS);
}
