import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ctr } from './containers';
import { found } from './machine';
import { PAUSE } from './settings';

/** The programs of an image: each with the libraries that it loads, and what the shell and its like are called. */
const PROGRAMS = ['busybox', 'restic'];
const APPLETS = execFileSync('busybox', ['--list'], { encoding: 'utf8' }).trim().split('\n');
const MACHINE: { readonly [arch: string]: string } = { x64: 'amd64', arm64: 'arm64' };
/** As whom programs run where nobody says it. */
const USER = '10001:10001';

const sha256 = (data: Buffer) => `sha256:${createHash('sha256').update(data).digest('hex')}`;

/** Where a test finds the reference of the image that was made: its digest is of what Debian's programs are. */
export const imageWithPrograms = (): string => process.env.BULWARK_IMAGE!;

/** Makes an image of Debian's busybox and restic, which needs no registry, and gives it to containerd; the image of the pause container too. */
export function shareImages(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-image-'));
  try {
    const layer = layerOf(folder);
    const programs = manifestOf(folder, layer, { Cmd: ['sh'], User: USER, Env: ['PATH=/bin'] });
    const pause = manifestOf(folder, layer, { Entrypoint: ['/bin/sleep', '2147483647'] });
    process.env.BULWARK_IMAGE = `registry.example.com/programs:1@${programs.digest}`;
    const named = (manifest: object, name: string) => ({ ...manifest, annotations: { 'io.containerd.image.name': name } });
    writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    // containerd looks an image up without the tag where a reference has both.
    const manifests = [named(programs, `registry.example.com/programs@${programs.digest}`), named(pause, PAUSE)];
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
    execFileSync('tar', ['-C', folder, '-cf', join(folder, 'image.tar'), 'oci-layout', 'index.json', 'blobs']);
    const { status, output } = ctr('images', 'import', join(folder, 'image.tar'));
    if (status !== 0) {
      throw new Error(`containerd does not take the image: ${output}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function layerOf(folder: string): Buffer {
  const root = join(folder, 'root');
  ['bin', 'etc', 'proc', 'sys', 'dev', 'tmp'].forEach(name => mkdirSync(join(root, name), { recursive: true }));
  writeFileSync(join(root, 'etc/passwd'), `root:x:0:0::/:/bin/sh\napp:x:${USER}::/:/bin/sh\n`);
  PROGRAMS.forEach(name => cpSync(found(name)!, join(root, 'bin', name), { dereference: true }));
  APPLETS.filter(name => !PROGRAMS.includes(name)).forEach(name => symlinkSync('busybox', join(root, 'bin', name)));
  for (const library of new Set(PROGRAMS.flatMap(name => librariesOf(found(name)!)))) {
    mkdirSync(join(root, dirname(library)), { recursive: true });
    cpSync(library, join(root, library), { dereference: true });
  }
  // The same programs make the same digest.
  execFileSync('tar', ['-C', root, '--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '-cf', join(folder, 'layer.tar'), '.']);
  return readFileSync(join(folder, 'layer.tar'));
}

/** The libraries that a program loads; none where it is linked statically. */
function librariesOf(file: string): string[] {
  return [...spawnSync('ldd', [file], { encoding: 'utf8' }).stdout.matchAll(/(\/\S+) \(0x/g)].map(([, library]) => library);
}

function manifestOf(folder: string, layer: Buffer, config: object) {
  const rootfs = { type: 'layers', diff_ids: [sha256(layer)] };
  const blob = (kind: string, data: Buffer) => {
    const digest = sha256(data);
    mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
    writeFileSync(join(folder, 'blobs', digest.replace(':', '/')), data);
    return { mediaType: `application/vnd.oci.image.${kind}`, digest, size: data.length };
  };
  const json = (data: object) => Buffer.from(JSON.stringify(data));
  return blob('manifest.v1+json', json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: blob('config.v1+json', json({ architecture: MACHINE[arch()], os: 'linux', config, rootfs })),
    layers: [blob('layer.v1.tar', layer)],
  }));
}
