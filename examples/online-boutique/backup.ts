import * as kplus from 'cdk8s-plus-28';
import { Backup, BackupRepository, Environment, Network, StatefulSet } from 'cdk8s-bulwark';

/** The store of the backups, outside of the cluster. Addresses and names are examples. */
const STORE = { endpoint: 'https://backup.example.com', cidr: '203.0.113.0/24', port: 443 };

/** The key of the repository and the credentials of the store: two Secrets that are made elsewhere, and never stand in manifests. */
const KEY = 'redis-cart-backup-key';
const CREDENTIALS = 'redis-cart-backup-credentials';

/** Backs up the volume of a StatefulSet each night: redis writes to it what it holds in memory, then it is read. */
export function backUp(statefulSet: StatefulSet, volume: string, image: string, environment: Environment): Backup {
  const secret = (name: string) => kplus.Secret.fromSecretName(statefulSet, name, name);
  const backup = new Backup(statefulSet, 'Backup', {
    volume,
    image,
    key: { secret: secret(KEY), key: 'password' },
    repository: BackupRepository.s3({
      endpoint: STORE.endpoint, bucket: `online-boutique-${environment}`, credentials: { secret: secret(CREDENTIALS), key: 'credentials' },
    }),
    before: { command: ['redis-cli', 'save'] },
  });
  [statefulSet, ...backup.restoreJobs].forEach(workload => Network.of(workload).allowToCidr(STORE.cidr, [STORE.port]));
  return backup;
}
