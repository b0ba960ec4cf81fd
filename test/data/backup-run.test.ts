import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cron, Duration } from 'cdk8s';
import { cart, CartOptions, named } from './cart';
import { available, own, Run, Sandbox, Shell } from './sandbox';
import { fill, treeOf } from './tree';

const KEY = 'geheim-4711-correct-horse';
/** 2026-01-01T00:30:00Z */
const START = 1767227400;
const running: Run[] = [];
afterEach(() => Promise.all(running.splice(0).map(async ({ process: { pid, exitCode, signalCode }, ended }) => {
  if (exitCode === null && signalCode === null) {
    process.kill(-pid!, 'SIGKILL');
  }
  await ended;
})));
const here = available('backups run by restic', 'restic', 'dash', 'busybox');
const suite = (here ? describe : describe.skip).each<Shell>(['dash', 'busybox']);
function stage(options: CartOptions = {}, key = KEY) {
  const objects = cart(options).objects();
  const sandbox = new Sandbox(objects, { 'backup-key': { password: key } });
  const { spec } = named(objects, 'StatefulSet', 'cart').spec.template;
  const restore = named(objects, 'CronJob', 'cart-backup-restore-0').spec.jobTemplate.spec.template.spec;
  const volume = sandbox.claim('data-cart-0');
  const repository = join(sandbox.claim('backups'), 'carts', 'shop', 'data-cart-0');
  const start = (name: string, shell: Shell, clock?: number, pod = spec) => {
    const run = sandbox.start(pod, name, { shell, clock });
    running.push(run);
    return run;
  };
  const snapshots = (): any[] => JSON.parse(sandbox.restic(repository, key, 'snapshots', '--json'));
  const end = () => Promise.all(running.splice(0).map(run => run.stop()));
  return { sandbox, spec, restore, volume, repository, start, snapshots, end };
}

suite('in %s', shell => {
  test('it backs up at its start and on schedule, after the command, keeps what the retention says, checks, and is restored byte for byte', async () => {
    const { sandbox, restore, volume, start, snapshots, repository, end } = stage({
      backup: {
        schedule: Cron.schedule({ minute: '15' }),
        retention: { keepLast: 2 },
        before: { command: ['sh', '-c', 'echo saved >> "$DATA/saved"; echo "the command ran"'] },
      },
      statefulSet: { containers: [{ name: 'redis', image: 'redis', portNumber: 6379, envVariables: { DATA: { value: '/data' } as any } }] },
    });
    fill(volume);
    const command = start('backup-data-before', shell);
    const backup = start('backup-data', shell, START);
    await backup.saw(/backed up at/, 1);
    const first = sandbox.resticCalls();
    expect(first.map(call => call.split(' ')[0])).toEqual(['cat', 'init', 'unlock', 'backup', 'forget', 'check']);
    expect(first.slice(3, 5)).toEqual([
      `backup --host data-cart-0 --exclude ${volume}/lost+found --exclude ${volume}/.replaced-* .`,
      'forget --host data-cart-0 --group-by host --keep-last 2 --prune',
    ]);
    await backup.saw(/backed up at/, 2);
    appendFileSync(join(volume, 'dump.rdb'), 'more');
    await backup.saw(/backed up at/, 3);
    // It ends at once, and of its own accord.
    const stopped = Date.now();
    expect(await backup.stop()).toBe(0);
    expect(Date.now() - stopped).toBeLessThan(5_000);
    expect(backup.output).toMatch(/bulwark: stopped\n$/);
    // One at the start, then those at 01:15 and 02:15.
    const times = [...backup.output.matchAll(/backed up at (\S+)/g)].map(([, time]) => time.slice(0, 16));
    expect(times.slice(1)).toEqual(['2026-01-01T01:15', '2026-01-01T02:15']);
    expect(times[0].slice(0, 15)).toBe('2026-01-01T00:3');
    expect(sandbox.resticCalls().filter(call => call.startsWith('init'))).toHaveLength(1);
    // The second and third read only what changed.
    expect(backup.output.match(/using parent snapshot/g)).toHaveLength(2);
    expect(backup.output).not.toContain(KEY);
    expect(command.output.match(/the command ran/g)).toHaveLength(3);
    expect(snapshots()).toHaveLength(2);
    expect(snapshots()[0].hostname).toBe('data-cart-0');
    // So long may restic take, or the loop wait: the clock stands still where the container stopped.
    const clock = Number(readFileSync(sandbox.clock, 'utf8'));
    expect(Number(readFileSync(join(sandbox.root, 'volume-backup-data-state', 'deadline'), 'utf8'))).toBeGreaterThan(clock);
    sandbox.restic(repository, KEY, 'check', '--read-data');
    expect(readdirSync(join(repository, 'locks'))).toEqual([]);

    const before = treeOf(volume);
    expect(Object.keys(before).length).toBeGreaterThan(17);
    // Into an empty volume, then over one that is in use.
    rmSync(volume, { recursive: true });
    sandbox.claim('data-cart-0');
    const restored = start('restore', shell, undefined, restore);
    expect([await restored.ended, restored.output]).toEqual([0, expect.stringContaining('bulwark: restored')]);
    expect(treeOf(volume)).toEqual(before);
    expect(statSync(join(volume, 'sparse')).size).toBe(40_000_000);

    unlinkSync(join(volume, 'dump.rdb'));
    writeFileSync(join(volume, 'newer'), 'written since');
    own(join(volume, 'newer'));
    const again = start('restore', shell, undefined, restore);
    expect(await again.ended).toBe(0);
    expect(treeOf(volume, /^\.replaced-/)).toEqual(before);
    const [aside] = readdirSync(volume).filter(name => name.startsWith('.replaced-'));
    expect(readdirSync(join(volume, aside))).toEqual(expect.arrayContaining(['newer', '.top', '..twice', '-rf']));
    await end();
  });

  test('a wrong key is refused, said, and ends the container after its retries; the key is not printed', async () => {
    const { sandbox, volume, start, end, repository, snapshots } = stage({ backup: { retries: 2 } });
    fill(volume);
    const good = start('backup-data', shell, START);
    await good.saw(/backed up at/);
    await good.stop();
    sandbox.secrets['backup-key'].password = 'wrong-key-0815';
    const bad = start('backup-data', shell, START);
    expect(await bad.ended).toBe(1);
    expect(bad.output.match(/the key does not open the repository/g)).toHaveLength(3);
    expect(bad.output).toMatch(/failed 3 times: giving up until the restart\n$/);
    expect(bad.output).not.toMatch(/wrong-key-0815|geheim/);
    expect(snapshots()).toHaveLength(1);
    expect(readdirSync(join(repository, 'keys'))).toHaveLength(1);
    await end();
  });

  test('a backup that is stopped in its middle leaves no lock, and one that is killed leaves one that the next takes away', async () => {
    const { sandbox, volume, start, snapshots, repository, end } = stage();
    fill(volume);
    for (let file = 0; file < 20; file++) {
      writeFileSync(join(volume, `big-${file}`), randomBytes(8_000_000));
      own(join(volume, `big-${file}`));
    }
    // A file that was being written when restic ended has another name, and is no lock.
    const locks = () => readdirSync(join(repository, 'locks')).filter(name => /^[0-9a-f]{64}$/.test(name));
    const packs = () => existsSync(join(repository, 'data')) ? readdirSync(join(repository, 'data'), { recursive: true }).filter(name => String(name).length > 60) : [];
    const midway = async (run: Run, written = 2) => {
      while (!sandbox.resticCalls().some(call => call.startsWith('backup')) || packs().length <= written) {
        expect(run.process.exitCode).toBeNull();
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      expect(run.output).not.toContain('backed up at');
    };
    const stopped = start('backup-data', shell, START);
    await midway(stopped);
    expect(await stopped.stop()).toBe(0);
    expect(locks()).toEqual([]);
    expect(snapshots()).toHaveLength(0);

    writeFileSync(join(sandbox.root, 'calls'), '');
    const left = packs().length;
    const killed = start('backup-data', shell, START);
    await midway(killed, left);
    process.kill(-killed.process.pid!, 'SIGKILL');
    await killed.ended;
    expect(locks()).toHaveLength(1);

    const next = start('backup-data', shell, START);
    await next.saw(/backed up at/);
    await next.stop();
    expect(locks()).toEqual([]);
    expect(snapshots()).toHaveLength(1);
    sandbox.restic(repository, KEY, 'check', '--read-data');
    await end();
  });

  test('where the command fails or hangs nothing is read, and that is said', async () => {
    const { sandbox, volume, start, end } = stage({ backup: { retries: 1, before: { command: ['sh', '-c', 'exit 7'] } } });
    fill(volume);
    start('backup-data-before', shell);
    const failing = start('backup-data', shell, START);
    expect(await failing.ended).toBe(1);
    expect(failing.output.match(/the command before the backup failed with exit code 7/g)).toHaveLength(2);
    expect(sandbox.resticCalls().filter(call => call.startsWith('backup'))).toEqual([]);
    await end();

    // Nobody answers.
    const alone = stage({ backup: { retries: 0, before: { command: ['true'], timeLimit: Duration.seconds(20) } } });
    const waiting = alone.start('backup-data', shell, START);
    expect(await waiting.ended).toBe(1);
    expect(waiting.output).toContain('the command before the backup did not end within 20 seconds');
    await alone.end();
  });

  test('a folder that is not there fails the backup', async () => {
    const { volume, start, end } = stage({ backup: { retries: 0, path: 'redis' } });
    fill(volume);
    const missing = start('backup-data', shell, START);
    expect([await missing.ended, missing.output]).toEqual([1, expect.stringContaining('there is nothing to back up')]);
    await end();
  });

  test('a file that cannot be read fails the backup', async () => {
    const { volume, start, end } = stage({ backup: { retries: 0 } });
    fill(volume);
    chmodSync(join(volume, 'dump.rdb'), 0);
    const unreadable = start('backup-data', shell, START);
    expect([await unreadable.ended, unreadable.output]).toEqual([1, expect.stringContaining('restic backup failed')]);
    await end();
  });

  test('the liveness probe fails once restic hangs, or the loop stands still', async () => {
    const { sandbox, spec, end } = stage();
    const deadline = join(sandbox.directory('volume-backup-data-state'), 'deadline');
    const probe = async (seconds: number) => {
      writeFileSync(deadline, `${Math.floor(Date.now() / 1000) + seconds}\n`);
      const { livenessProbe: { exec: { command } } } = spec.initContainers.find(({ name }: any) => name === 'backup-data');
      return sandbox.start(spec, 'backup-data', { shell, command }).ended;
    };
    expect(await probe(30)).toBe(0);
    expect(await probe(-1)).toBe(1);
    await end();
  });

  test('a restore without a snapshot touches nothing', async () => {
    const { volume, restore, start, end } = stage();
    fill(volume);
    const before = treeOf(volume);
    const restored = start('restore', shell, undefined, restore);
    expect([await restored.ended, restored.output]).toEqual([1, expect.stringContaining('nothing was restored')]);
    expect(treeOf(volume)).toEqual(before);
    await end();
  });
});
