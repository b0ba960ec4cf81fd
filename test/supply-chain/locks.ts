import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
export const OTHER = `sha256:${'fedcba9876543210'.repeat(4)}`;

/** A lock as a file, in a folder of its own. */
export function lockFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'bulwark-lock-')), 'images.lock.yaml');
  writeFileSync(file, text);
  return file;
}

/** Three images: one everywhere the same, one that differs, one of production alone. */
export const LOCK = `schemaVersion: 1
images:
  cart:
    repository: registry.example.com/shop/cart
    tag: 1.4.2
    digest: ${DIGEST}
    signer: { issuer: https://accounts.example.com, subject: build@example.com }
    attestations: [https://spdx.dev/Document]
  web:
    repository: registry.example.com:5000/shop/web
    tag: 2.0.0
    digest: ${DIGEST}
    environments:
      staging: { tag: 2.1.0, digest: "${OTHER}", passed: [dev] }
      prod:
  restic:
    environments:
      prod: { repository: registry.example.com/mirror/restic, tag: "0.14", digest: "${OTHER}", signer: { key: restic.pub } }
`;
