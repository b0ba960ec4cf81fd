import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { Container, logOf } from './containers';
import { eventually } from './eventually';
import { imageWithPrograms } from './images';
import { proven } from './proven';
import { folderOf } from './storage';
import { deploy, podOf, serving } from './tenant';
import { Backup, BackupRepository, StatefulSet } from '../../src';
import { Client, Manifest } from '../cluster/client';
import { jobOf, ready } from '../cluster/ready';
import { USER } from '../data/sandbox';
import { fill, treeOf } from '../data/tree';

const client = Client.connect();
const object = (kind: string, name: string, apiVersion = 'v1'): Manifest => ({ apiVersion, kind, metadata: { name, namespace: 'backup' } });
let objects: Manifest[];

beforeAll(async () => {
  objects = await deploy(client, 'backup', tenant => {
    const cart = new StatefulSet(tenant, 'cart', {
      replicas: 1,
      containers: [serving(8080)],
      securityContext: { user: USER, group: USER },
      claims: [{ name: 'data', size: Size.mebibytes(64), mountPath: '/data' }],
    });
    const backups = new PersistentVolumeClaim(tenant, 'Backups', {
      metadata: { name: 'backups' }, storage: Size.gibibytes(1), accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
    });
    new Backup(cart, 'Backup', {
      volume: 'data',
      image: imageWithPrograms(),
      repository: BackupRepository.local(backups, 'carts'),
      key: { secret: Secret.fromSecretName(tenant, 'Key', 'backup-key'), key: 'password' },
    });
  });
  await client.apply({ ...object('Secret', 'backup-key'), stringData: { password: randomBytes(16).toString('hex') } });
});

test('a volume that was lost is what it was, by the backup that its pod has made of it', async () => {
  const pod = await podOf(client, 'backup', 'cart');
  const volume = await folderOfClaim('data-cart-0');
  fill(volume);
  const before = treeOf(volume);
  await eventually('it is backed up', () => logOf(pod, 'backup-data').includes('backed up at'), 150);

  expect(Container.of(pod, 'backup-data').identity).toMatchObject({ uid: USER, gid: USER });
  expect(Container.of(pod, 'backup-data').status).toMatchObject({ CapBnd: '0000000000000000', NoNewPrivs: '1', Seccomp: '2' });

  await scale(0);
  await eventually('the pod is gone', () => client.get(pod).then(() => false, () => true));
  readdirSync(volume).forEach(name => rmSync(join(volume, name), { recursive: true }));
  const job = jobOf(objects.find(({ kind }) => kind === 'CronJob')!);
  await client.create(job);
  await ready(client, job);
  expect(treeOf(volume)).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(15);

  await scale(1);
  const again = await podOf(client, 'backup', 'cart');
  const sums = (file: string) => Container.of(again).exec('sha256sum', file).output.split(' ')[0];
  expect(sums('/data/dump.rdb')).toBe((before['dump.rdb'] as any).digest);
  proven('files and folders of a volume are restored from its backup', Object.keys(before).length);
});

const scale = (replicas: number) => client.patch(object('StatefulSet', 'cart', 'apps/v1'), { spec: { replicas } }, 'scale');

async function folderOfClaim(name: string): Promise<string> {
  return folderOf((await client.get(object('PersistentVolumeClaim', name))).spec.volumeName);
}
