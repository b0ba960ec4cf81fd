import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Backup, BackupRepository, Environment, Network, Remote, StatefulSet } from 'cdk8s-bulwark';

/** The store of the backups, outside of the cluster. Addresses and names are examples. */
const STORE = { endpoint: 'https://backup.example.com', cidr: '203.0.113.0/24', port: 443 };

/** The key of the repository and the credentials of the store: two Secrets that never stand in manifests, and come from the platform's own store. */
const KEY = { name: 'redis-cart-backup-key', key: 'password' };
const CREDENTIALS = { name: 'redis-cart-backup-credentials', key: 'credentials' };
const SECRET_STORE = { kind: 'ClusterSecretStore', name: 'platform' };

/** Backs up the volume of a StatefulSet each night: redis writes to it what it holds in memory, then it is read. */
export function backUp(statefulSet: StatefulSet, volume: string, image: string, environment: Environment): Backup {
  const secret = ({ name, key }: typeof KEY) => ({ secret: fromStore(statefulSet, name, key), key });
  const backup = new Backup(statefulSet, 'Backup', {
    volume,
    image,
    key: secret(KEY),
    repository: BackupRepository.s3({
      endpoint: STORE.endpoint, bucket: `online-boutique-${environment}`, credentials: secret(CREDENTIALS),
    }),
    before: { command: ['redis-cli', 'save'] },
  });
  [statefulSet, ...backup.restoreJobs].forEach(workload => Network.of(workload).allowTo(Remote.cidr(STORE.cidr), { ports: [STORE.port] }));
  return backup;
}

/** A Secret that external-secrets fills from the platform's store, and keeps up to date. */
function fromStore(scope: Construct, name: string, secretKey: string): kplus.ISecret {
  new ApiObject(scope, `${name}-external`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: SECRET_STORE,
      target: { name },
      data: [{ secretKey, remoteRef: { key: `online-boutique/${name}` } }],
    },
  });
  return kplus.Secret.fromSecretName(scope, name, name);
}
