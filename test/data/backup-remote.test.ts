import { rmSync } from 'node:fs';
import { Secret } from 'cdk8s-plus-28';
import { cart, named } from './cart';
import { RestServer } from './rest-server';
import { available, Run, Sandbox } from './sandbox';
import { fill, treeOf } from './tree';
import { BackupRepository } from '../../src';

const START = 1767227400;
const here = available('backups to a server', 'restic', 'dash');
const suite = here ? describe : describe.skip;
let server: RestServer;
let run: Run | undefined;
afterEach(async () => {
  await run?.stop();
  await server.stop();
});

function sandboxed(repository: BackupRepository, secrets: { [name: string]: { [key: string]: string } }) {
  const objects = cart({ backup: { repository, retries: 0 } }).objects();
  const sandbox = new Sandbox(objects, { 'backup-key': { password: 'key-4711' }, ...secrets });
  return { objects, sandbox, spec: named(objects, 'StatefulSet', 'cart').spec.template.spec };
}

suite('a repository on a server', () => {
  test('whose location is a secret with a password: it is used, and not printed; and restored byte for byte', async () => {
    server = new RestServer(`Basic ${Buffer.from('team:geheim').toString('base64')}`);
    const port = await server.start();
    const { shop } = cart();
    const repository = BackupRepository.fromSecret({ secret: Secret.fromSecretName(shop, 'Location', 'location'), key: 'url' });
    const { objects, sandbox, spec } = sandboxed(repository, { location: { url: `rest:http://team:geheim@127.0.0.1:${port}/team/\n` } });
    expect(JSON.stringify(objects)).not.toContain('geheim');
    const volume = sandbox.claim('data-cart-0');
    fill(volume);
    run = sandbox.start(spec, 'backup-data', { clock: START });
    await run.saw(/backed up at/);
    expect(run.output).not.toMatch(/geheim|key-4711/);
    expect([...server.files.keys()]).toContain('/team/shop/data-cart-0/config');
    const before = treeOf(volume);
    rmSync(volume, { recursive: true });
    const restore = named(objects, 'CronJob', 'cart-backup-restore-0').spec.jobTemplate.spec.template.spec;
    const restored = sandbox.start(restore, 'restore');
    expect([await restored.ended, restored.output]).toEqual([0, expect.stringContaining('bulwark: restored')]);
    expect(treeOf(volume)).toEqual(before);
  });

  test('that refuses the password: the failure is said, and the password is not', async () => {
    server = new RestServer('Basic something-else');
    const port = await server.start();
    const repository = BackupRepository.fromSecret({ secret: Secret.fromSecretName(cart().shop, 'Location', 'location'), key: 'url' });
    const { sandbox, spec } = sandboxed(repository, { location: { url: `rest:http://team:geheim@127.0.0.1:${port}/team/` } });
    run = sandbox.start(spec, 'backup-data', { clock: START });
    expect(await run.ended).toBe(1);
    expect(run.output).toMatch(/the repository cannot be (made|opened)/);
    expect(run.output).not.toContain('geheim');
    expect(server.files.size).toBe(0);
  });

  test('of S3: the credentials come from the file of the secret', async () => {
    server = new RestServer();
    const port = await server.start();
    const repository = BackupRepository.s3({
      endpoint: `http://127.0.0.1:${port}`,
      allowHttp: true,
      bucket: 'backups',
      prefix: 'carts',
      region: 'eu-central-1',
      credentials: { secret: Secret.fromSecretName(cart().shop, 'Credentials', 's3'), key: 'credentials' },
    });
    const { objects, sandbox, spec } = sandboxed(repository, {
      s3: { credentials: '[default]\naws_access_key_id = KEYFROMFILE\naws_secret_access_key = secretfromfile\n' },
    });
    expect(JSON.stringify(objects)).not.toMatch(/FROMFILE|fromfile/);
    run = sandbox.start(spec, 'backup-data', { clock: START });
    // The server speaks no S3: what counts is who asked it.
    await run.ended;
    expect([...server.authorizations].join()).toMatch(/^AWS4-HMAC-SHA256 Credential=KEYFROMFILE\/\d+\/eu-central-1\/s3\//);
    expect(run.output).not.toContain('secretfromfile');
  });
});
