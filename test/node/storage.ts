import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, NODE } from './settings';
import { Client } from '../cluster/client';

const CLASS = 'local';
const VOLUMES: { readonly [name: string]: string } = {
  'of-one-pod-0': 'ReadWriteOncePod',
  'of-one-pod-1': 'ReadWriteOncePod',
  'of-one-node': 'ReadWriteOnce',
};

/** Where the files of a volume are on the node. */
export const folderOf = (volume: string): string => join(FOLDER, 'volumes', volume);

/** Makes volumes that are folders of the node, for the claims of tests. */
export async function addStorage(client: Client): Promise<void> {
  await client.apply({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: CLASS, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'kubernetes.io/no-provisioner',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
  for (const [name, mode] of Object.entries(VOLUMES)) {
    mkdirSync(folderOf(name), { recursive: true });
    const here = [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [NODE] }] }];
    await client.apply({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: [mode],
        storageClassName: CLASS,
        local: { path: folderOf(name) },
        nodeAffinity: { required: { nodeSelectorTerms: here } },
      },
    });
  }
}
