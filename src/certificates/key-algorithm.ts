import { PrivateKeySpec } from '../crds/cert-manager';

/** What kind of key a certificate has. */
export enum KeyAlgorithm {
  /** ECDSA on the curve P-256: every TLS library of today has it, and its handshakes are cheap. */
  ECDSA_P256 = 'ecdsa-p256',

  /** ECDSA on the curve P-384. */
  ECDSA_P384 = 'ecdsa-p384',

  /** Ed25519: authorities whose certificates browsers accept do not sign it. */
  ED25519 = 'ed25519',

  /** RSA with 3072 bits, for programs that know nothing else. */
  RSA_3072 = 'rsa-3072',

  /** RSA with 4096 bits. */
  RSA_4096 = 'rsa-4096',
}

interface Key extends Pick<PrivateKeySpec, 'algorithm' | 'size'> {
  /** As `podCertificate.keyType` has it. */
  readonly keyType: string;
}

const KEYS: { readonly [algorithm in KeyAlgorithm]: Key } = {
  [KeyAlgorithm.ECDSA_P256]: { algorithm: 'ECDSA', size: 256, keyType: 'ECDSAP256' },
  [KeyAlgorithm.ECDSA_P384]: { algorithm: 'ECDSA', size: 384, keyType: 'ECDSAP384' },
  [KeyAlgorithm.ED25519]: { algorithm: 'Ed25519', keyType: 'ED25519' },
  [KeyAlgorithm.RSA_3072]: { algorithm: 'RSA', size: 3072, keyType: 'RSA3072' },
  [KeyAlgorithm.RSA_4096]: { algorithm: 'RSA', size: 4096, keyType: 'RSA4096' },
};

/** What the objects that ask for a certificate say of its key. */
export function keyOf(algorithm: KeyAlgorithm = KeyAlgorithm.ECDSA_P256): Key {
  return KEYS[algorithm];
}
