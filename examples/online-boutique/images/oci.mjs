// Images and layouts after the OCI image specification. Layers are not compressed: what gzip makes of the same bytes differs between versions of zlib.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tar } from './tar.mjs';

const MEDIA_TYPES = {
  layer: 'application/vnd.oci.image.layer.v1.tar',
  config: 'application/vnd.oci.image.config.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
};
/** No time is recorded: a build of tomorrow is the build of today. */
const CREATED = '1970-01-01T00:00:00Z';

const digestOf = bytes => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const json = value => Buffer.from(JSON.stringify(value));

function blob(mediaType, bytes) {
  return { bytes, descriptor: { mediaType, digest: digestOf(bytes), size: bytes.length } };
}

/** An image with one layer: its blobs, and the descriptor of its manifest. */
export function image({ files, user, labels }) {
  const layer = blob(MEDIA_TYPES.layer, tar(files));
  const config = blob(MEDIA_TYPES.config, json({
    created: CREATED,
    architecture: 'amd64',
    os: 'linux',
    config: { User: user, Labels: labels },
    rootfs: { type: 'layers', diff_ids: [layer.descriptor.digest] },
    history: [{ created: CREATED, created_by: 'images/build.mjs' }],
  }));
  const manifest = blob(MEDIA_TYPES.manifest, json({
    schemaVersion: 2, mediaType: MEDIA_TYPES.manifest, config: config.descriptor, layers: [layer.descriptor], annotations: labels,
  }));
  return { blobs: [layer, config, manifest], manifest: manifest.descriptor };
}

/** Writes images, as `{ reference, blobs, manifest }`, as one image layout. */
export function writeLayout(folder, images) {
  const blobs = join(folder, 'blobs', 'sha256');
  mkdirSync(blobs, { recursive: true });
  for (const { bytes, descriptor } of images.flatMap(({ blobs: own }) => own)) {
    writeFileSync(join(blobs, descriptor.digest.slice('sha256:'.length)), bytes);
  }
  const manifests = images.map(({ reference, manifest }) => ({ ...manifest, annotations: { 'org.opencontainers.image.ref.name': reference } }));
  writeFileSync(join(folder, 'index.json'), json({ schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests }));
  writeFileSync(join(folder, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }));
}
