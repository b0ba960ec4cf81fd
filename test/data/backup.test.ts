import { ApiObject, Cron, Duration, Size } from 'cdk8s';
import { ContainerProps, Secret } from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { cart, CartOptions, named, REDIS } from './cart';
import { BackupRepository, Verifier } from '../../src';

const podOf = (options: CartOptions = {}) => named(cart(options).objects(), 'StatefulSet', 'cart').spec.template.spec;
const sidecarOf = (options: CartOptions = {}) => podOf(options).initContainers.find(({ name }: any) => name === 'backup-data');
const before = { command: ['redis-cli', 'save'] };
const program = (more: Partial<ContainerProps>): CartOptions => ({ statefulSet: { containers: [{ name: 'redis', image: REDIS, portNumber: 6379, ...more }], securityContext: {} } });

test('the container is a sidecar from Kubernetes 1.29 on, and a plain one before', () => {
  expect(sidecarOf({ platform: { kubernetes: '1.29' } }).restartPolicy).toBe('Always');
  const old = podOf({ platform: { kubernetes: '1.28' }, backup: { before } });
  expect(old.initContainers).toBeUndefined();
  expect(old.containers.map(({ name, restartPolicy }: any) => [name, restartPolicy])).toEqual([['redis', undefined], ['backup-data', undefined], ['backup-data-before', undefined]]);
});

test('it reads the volume only, is restricted, and has what it writes to limited', () => {
  const { volumeMounts, securityContext, resources } = sidecarOf();
  expect(volumeMounts.find(({ name }: any) => name === 'data')).toEqual({ name: 'data', mountPath: '/backup/volume', readOnly: true });
  expect(securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  expect(resources.limits).toEqual({ 'memory': '256Mi', 'ephemeral-storage': '1152Mi' });
  expect(podOf({ backup: { before } }).volumes.filter(({ emptyDir }: any) => emptyDir !== undefined && emptyDir.sizeLimit === undefined)).toEqual([]);
});

test('only the container that backs up has the key, as a file that its user alone reads', () => {
  const { containers, initContainers, volumes } = podOf({ backup: { before } });
  const withKey = [...containers, ...initContainers].filter(({ volumeMounts }: any) => volumeMounts.some(({ name }: any) => name === 'backup-data-key'));
  expect(withKey.map(({ name }: any) => name)).toEqual(['backup-data']);
  expect(volumes.find(({ name }: any) => name === 'backup-data-key').secret).toEqual({ secretName: 'backup-key', defaultMode: 0o400, items: [{ key: 'password', path: 'password' }] });
  expect(JSON.stringify(initContainers)).not.toContain('secretKeyRef');
});

describe('as whom it runs', () => {
  test('the user and group of the program, also those of its container', () => {
    const options = program({ securityContext: { user: 1000, group: 2000 } });
    expect(sidecarOf(options).securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 2000 });
    const { spec } = named(cart(options).objects(), 'CronJob', 'cart-backup-restore-0').spec.jobTemplate.spec.template;
    expect(spec.containers[0].securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 2000 });
    expect(spec.securityContext).toMatchObject({ fsGroup: 65532, runAsNonRoot: true });
  });

  test('must be known, but on OpenShift, which assigns it', () => {
    expect(() => podOf(program({}))).toThrow(/shop\/cart\/Backup: nobody says as which user the program runs.*set securityContext.user/);
    expect(sidecarOf({ ...program({}), openshift: true }).securityContext.runAsUser).toBeUndefined();
  });
});

test('the command before a backup sees what the program sees, and what is added to it later', () => {
  const { objects, redis } = cart({ backup: { before } });
  redis.containers[0].env.addVariable('REDISCLI_AUTH_FILE', { value: '/secrets/auth' } as any);
  const { containers: [redisContainer], initContainers } = named(objects(), 'StatefulSet', 'cart').spec.template.spec;
  const command = initContainers.find(({ name }: any) => name === 'backup-data-before');
  expect(command.image).toBe(REDIS);
  expect(command.command.slice(2)).toEqual(before.command);
  expect(command.env).toEqual(expect.arrayContaining(redisContainer.env));
  expect(command.volumeMounts).toEqual(expect.arrayContaining(redisContainer.volumeMounts));
  const paths = command.volumeMounts.map(({ mountPath }: any) => mountPath);
  expect(new Set(paths).size).toBe(paths.length);
});

test('each replica has a suspended job that restores, and others can be made', () => {
  const { backup, objects } = cart({ statefulSet: { replicas: 2 } });
  backup.restoreJob({ replica: 5 });
  backup.restoreJob({ snapshot: '0123abcd' });
  const jobs = objects().filter(({ kind }) => kind === 'CronJob');
  expect(jobs.map(({ metadata: { name }, spec: { suspend, jobTemplate: { spec: { backoffLimit, template } } } }) =>
    [name, suspend, backoffLimit, template.spec.volumes.find((volume: any) => volume.name === 'data').persistentVolumeClaim.claimName])).toEqual([
    ['cart-backup-restore-0', true, 0, 'data-cart-0'],
    ['cart-backup-restore-1', true, 0, 'data-cart-1'],
    ['cart-backup-restore-5', true, 0, 'data-cart-5'],
    ['cart-backup-restore-0-0123abcd', true, 0, 'data-cart-0'],
  ]);
  expect(backup.restoreJobs).toHaveLength(4);
  expect(() => backup.restoreJob()).toThrow('shop/cart/Backup: there is a job that restores latest for pod 0 already');
  expect(() => backup.restoreJob({ replica: 1.5 })).toThrow('shop/cart/Backup: 1.5 is not the number of a pod');
  expect(() => backup.restoreJob({ snapshot: 'newest; rm' })).toThrow('shop/cart/Backup: "newest; rm" is not a snapshot');
});

test('annotations say what is backed up, when, and for how long', () => {
  const objects = cart({ backup: { schedule: Cron.schedule({ minute: '5', hour: '*/6' }), retention: { keepDaily: 3 } } }).objects();
  expect(named(objects, 'StatefulSet', 'cart').metadata.annotations).toEqual({ 'cdk8s-bulwark/backup': 'data=cart-backup-scripts' });
  expect(named(objects, 'ConfigMap', 'cart-backup-scripts').metadata.annotations).toEqual({
    'cdk8s-bulwark/backup-workload': 'StatefulSet/cart',
    'cdk8s-bulwark/backup-volume': 'data',
    'cdk8s-bulwark/backup-schedule': '5 */6 * * *',
    'cdk8s-bulwark/backup-retention': '--keep-daily 3',
    'cdk8s-bulwark/backup-repository': 'local',
  });
});

test('rendering twice is rendering once', () => {
  const { redis } = cart({ backup: { before } });
  expect(ApiObject.of(redis).toJson()).toEqual(ApiObject.of(redis).toJson());
});

test.each(['1.28', '1.29', '1.34', '1.37'])('the verifier finds nothing in a StatefulSet with a backup that it does not find in one without: %s', kubernetes => {
  const findings = (options: CartOptions) => Verifier.of(cart({ platform: { kubernetes }, ...options }).app).report().findings
    .map(({ control, constructPath, container, path }) => `${control} ${constructPath} ${container} ${path}`);
  const without = findings({ withoutBackup: true });
  // It runs as the user of the program: what is found of that user there is found of it too.
  const ofTheUser = ['high-user-id', 'high-group-id'].filter(control => without.some(finding => finding.startsWith(`${control} `)));
  const added = findings({ backup: { before } }).filter(finding => !without.includes(finding));
  expect(added.filter(finding => !ofTheUser.includes(finding.split(' ')[0]))).toEqual([]);
});

describe('refused, with the path of the construct:', () => {
  test.each<[string, CartOptions, string | RegExp]>([
    ['a volume that is not claimed', { backup: { volume: 'date' } }, 'the StatefulSet has no claim "date": its claims are data'],
    ['a StatefulSet without claims', { statefulSet: { claims: [] } as any }, 'the StatefulSet has no claim "data": it has none'],
    ['a schedule that is none', { backup: { schedule: Cron.schedule({ hour: '25' }) } }, 'schedule "* 25 * * *": "25" is no hour'],
    ['a schedule that is never due', { backup: { schedule: Cron.schedule({ minute: '0', hour: '0', day: '31', month: '2' }) } }, 'is never due'],
    ['an empty retention', { backup: { retention: {} } }, 'the retention keeps nothing'],
    ['a path that leaves the volume', { backup: { path: '../etc' } }, 'path "../etc" is not a folder of the volume'],
    ['an absolute path', { backup: { path: '/data' } }, 'path "/data" is not a folder of the volume'],
    ['no image', { backup: { image: '' } }, 'it has no image'],
    ['an empty command', { backup: { before: { command: [] } } }, 'before.command is empty'],
    ['retries that are none', { backup: { retries: -1 } }, 'retries is -1: give a whole number from 0 to 20'],
    ['a time limit of nothing', { backup: { timeLimit: Duration.seconds(0) } }, 'timeLimit is 0 ms: give whole seconds'],
    ['a time limit of half seconds', { backup: { before: { command: ['x'], timeLimit: Duration.millis(1500) } } }, 'before.timeLimit is 1500 ms'],
    ['a cache too small for restic', { backup: { cacheSize: Size.mebibytes(64) } }, 'cacheSize is 64 mebibytes: give at least 128'],
  ])('%s', (_, options, message) => {
    expect(() => cart(options)).toThrow(message);
    expect(() => cart(options)).toThrow(/^shop\/cart\/Backup/);
  });

  test('a key that no Secret can have', () => {
    const secret = Secret.fromSecretName(cart().shop, 'Other', 'other');
    expect(() => cart({ backup: { key: { secret, key: '../token' } } })).toThrow('shop/cart/Backup: "../token" is not the key of a Secret: give the one that holds the key');
  });

  test('a second backup of a volume', () => {
    const { redis, shop } = cart();
    const { Backup } = jest.requireActual('../../src');
    expect(() => new Backup(redis, 'Again', {
      volume: 'data', image: 'restic', repository: BackupRepository.rest('https://backup.example.com'), key: { secret: Secret.fromSecretName(shop, 'K', 'k'), key: 'k' },
    })).toThrow('shop/cart/Again: the volume "data" is backed up already');
  });
});

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,42}[a-z0-9]$/);
test('names of containers and volumes are DNS labels, and unique, whatever the volume is called', () => fc.assert(fc.property(label, volume => {
  const { initContainers, containers, volumes = [] } = podOf({
    backup: { volume, before }, statefulSet: { claims: [{ name: volume, size: Size.gibibytes(1), mountPath: '/data' }] } as any,
  });
  const names = [[...initContainers, ...containers], volumes].map(list => list.map(({ name }: any) => name));
  for (const list of names) {
    expect(new Set(list).size).toBe(list.length);
    list.forEach((name: string) => expect(name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/));
  }
}), { numRuns: 60 }));

test('a name that leaves no room is refused', () => {
  const volume = 'v'.repeat(45);
  expect(() => cart({ backup: { volume }, statefulSet: { claims: [{ name: volume, size: Size.gibibytes(1) }] } as any })).toThrow('is too long for a backup');
});
