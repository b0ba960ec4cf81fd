#!/usr/bin/env node
// Builds the stand-ins of the example's images as an OCI image layout, and prints the digest of each: `node build.mjs [FOLDER]`.
// Whoever builds them, when and where, gets the same bytes. They hold a text, no program: nothing runs from them.
import { fileURLToPath } from 'node:url';
import { image, writeLayout } from './oci.mjs';
import { STAND_INS } from './stand-ins.mjs';

const NOBODY = '65532:65532';

const text = ({ name, of }, version) => `This is a stand-in for the image ${name}, version ${version}: ${of}.
It holds no program. The example's images cannot be pulled where this project is built,
and its lock is to hold digests of something that is there to be checked.
`;

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/images', import.meta.url));
const images = STAND_INS.flatMap(row => row.versions.map(version => ({
  reference: `${row.name}:${version}`,
  ...image({
    files: [{ path: 'STAND-IN.txt', mode: 0o444, content: text(row, version) }],
    user: NOBODY,
    labels: {
      'org.opencontainers.image.title': row.name,
      'org.opencontainers.image.version': version,
      'org.opencontainers.image.description': `Stand-in for ${row.of}: it holds no program`,
    },
  }),
})));

writeLayout(folder, images);
images.forEach(({ reference, manifest }) => console.log(`${reference} ${manifest.digest}`));
