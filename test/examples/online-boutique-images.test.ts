import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Environment, ImageLock } from '../../src';
import { notRun } from '../not-run';

const EXAMPLE = join(__dirname, '../../examples/online-boutique');
const ENVIRONMENTS = [Environment.STAGING, Environment.PROD];

interface Built { readonly folder: string; readonly digests: ReadonlyMap<string, string> }

/** Runs the build, as a person would, in a time zone and at a time of its own. */
function build(timeZone: string): Built {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-images-'));
  const output = execFileSync(process.execPath, [join(EXAMPLE, 'images/build.mjs'), folder], { encoding: 'utf8', env: { ...process.env, TZ: timeZone } });
  return { folder, digests: new Map(output.trim().split('\n').map(line => line.split(' ') as [string, string])) };
}

const built = build('UTC');
const blobOf = (digest: string) => readFileSync(join(built.folder, 'blobs', ...digest.split(':')));
const json = (digest: string) => JSON.parse(blobOf(digest).toString('utf8'));
const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

test('the lock holds exactly what is built', () => {
  const locked = new Map(ENVIRONMENTS.flatMap(environment => {
    const lock = ImageLock.fromFile(join(EXAMPLE, 'images.lock.yaml'), environment);
    return lock.names().map(name => [`${name}:${lock.version(name)}`, lock.image(name).digest] as [string, string]);
  }));
  expect([...locked].sort()).toEqual([...built.digests].sort());
  expect(new Set(locked.values()).size).toBe(locked.size);
});

test('whoever builds them gets the same bytes', () => {
  const other = build('Asia/Tokyo');
  const bytes = ({ folder }: Built) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(({ name, parentPath }) => [name, sha256(readFileSync(join(parentPath, name)))]).sort();
  expect(bytes(other)).toEqual(bytes(built));
});

test('every blob of the layout is what its descriptors say, and none lies there unused', () => {
  expect(JSON.parse(readFileSync(join(built.folder, 'oci-layout'), 'utf8'))).toEqual({ imageLayoutVersion: '1.0.0' });
  const index = JSON.parse(readFileSync(join(built.folder, 'index.json'), 'utf8'));
  const used = index.manifests.flatMap((descriptor: any) => {
    const manifest = json(descriptor.digest);
    expect(descriptor.mediaType).toBe(manifest.mediaType);
    expect(json(manifest.config.digest).rootfs).toEqual({ type: 'layers', diff_ids: manifest.layers.map(({ digest }: any) => digest) });
    return [descriptor, manifest.config, ...manifest.layers];
  });
  for (const { digest, size } of used) {
    expect([sha256(blobOf(digest)), blobOf(digest).length]).toEqual([digest, size]);
  }
  expect(readdirSync(join(built.folder, 'blobs/sha256')).map(name => `sha256:${name}`).sort()).toEqual([...new Set(used.map(({ digest }: any) => digest))].sort());
});

test('tar lists and reads each layer', () => {
  const index = JSON.parse(readFileSync(join(built.folder, 'index.json'), 'utf8'));
  for (const { digest, annotations } of index.manifests) {
    const input = blobOf(json(digest).layers[0].digest);
    const list = spawnSync('tar', ['-tvf', '-'], { input, encoding: 'utf8' });
    if (list.error !== undefined) {
      return notRun('the layers of the stand-ins, read with tar', list.error.message);
    }
    expect([list.stderr, list.stdout]).toEqual(['', expect.stringMatching(/^-r--r--r-- 0\/0 .* STAND-IN\.txt\n$/)]);
    const [name, version] = annotations['org.opencontainers.image.ref.name'].split(':');
    expect(spawnSync('tar', ['-xOf', '-'], { input, encoding: 'utf8' }).stdout).toContain(`a stand-in for the image ${name}, version ${version}`);
  }
  return undefined;
});

test('skopeo reads every image, copies it, and comes to the same digest', () => {
  const copy = mkdtempSync(join(tmpdir(), 'bulwark-copy-'));
  for (const [reference, digest] of built.digests) {
    const inspect = spawnSync('skopeo', ['inspect', `oci:${built.folder}:${reference}`], { encoding: 'utf8' });
    if (inspect.error !== undefined) {
      return notRun('the stand-ins, read with skopeo', 'skopeo is not installed');
    }
    expect(inspect.stderr).toBe('');
    expect(JSON.parse(inspect.stdout)).toMatchObject({ Digest: digest, Os: 'linux', Labels: { 'org.opencontainers.image.title': reference.split(':')[0] } });
    const copied = spawnSync('skopeo', ['copy', '--insecure-policy', '--preserve-digests', `oci:${built.folder}:${reference}`, `oci:${copy}:${reference}`], { encoding: 'utf8' });
    expect([copied.status, copied.stderr]).toEqual([0, '']);
  }
  const manifests = JSON.parse(readFileSync(join(copy, 'index.json'), 'utf8')).manifests.map((row: any) => [row.annotations['org.opencontainers.image.ref.name'], row.digest]);
  expect(manifests.sort()).toEqual([...built.digests].sort());
  return undefined;
});
