import { App, Size, Testing } from 'cdk8s';
import { PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { Backup, BackupProps, BackupRepository, Environment, Mode, Platform, PlatformProps, Sensitivity, StatefulSet, StatefulSetProps, Tenant, Verifier } from '../../src';

export const DIGEST = `sha256:${'a'.repeat(64)}`;
export const REDIS = `registry.example.com/redis:8.2.0@${DIGEST}`;
export const RESTIC = `registry.example.com/restic:0.18.0@${DIGEST}`;

export interface CartOptions {
  readonly backup?: Partial<BackupProps>;
  readonly statefulSet?: Partial<StatefulSetProps>;
  readonly platform?: PlatformProps;
  readonly openshift?: boolean;
  readonly withoutBackup?: boolean;
}

/** A tenant with a redis whose volume is backed up into a folder of another volume. */
export function cart({ backup = {}, statefulSet = {}, platform = {}, openshift = false, withoutBackup = false }: CartOptions = {}) {
  const app: App = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  const shop = new Tenant(app, 'shop', {
    platform: openshift ? Platform.openshift(platform) : Platform.generic(platform),
    owner: 'team-shop',
    environment: Environment.PROD,
    sensitivity: Sensitivity.CONFIDENTIAL,
  });
  const redis = new StatefulSet(shop, 'cart', {
    containers: [{ name: 'redis', image: REDIS, portNumber: 6379 }],
    securityContext: { user: 999, group: 999 },
    claims: [{ name: 'data', size: Size.gibibytes(2), mountPath: '/data' }],
    ...statefulSet,
  });
  const objects = () => Testing.synth(shop);
  if (withoutBackup) {
    return { app, shop, redis, backup: undefined as unknown as Backup, objects };
  }
  const made = new Backup(redis, 'Backup', {
    volume: 'data',
    image: RESTIC,
    repository: BackupRepository.local(PersistentVolumeClaim.fromClaimName(shop, 'BackupClaim', 'backups'), 'carts'),
    key: { secret: Secret.fromSecretName(shop, 'Key', 'backup-key'), key: 'password' },
    ...backup,
  });
  return { app, shop, redis, backup: made, objects };
}

export const named = (objects: any[], kind: string, name: string): any =>
  objects.find(object => object.kind === kind && object.metadata.name === name);
