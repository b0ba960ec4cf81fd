import { keyOf, KeyAlgorithm } from './key-algorithm';

/** What a certificate proves. */
export enum CertificateUse {
  /** That a server is who its clients ask for. */
  SERVER = 'server auth',

  /** That a client is who it says. */
  CLIENT = 'client auth',
}

/** The usages that cert-manager writes into a certificate. Of the keys only RSA ever encrypts another key, in TLS 1.2. */
export function usagesOf(uses: readonly CertificateUse[], algorithm?: KeyAlgorithm): string[] {
  return ['digital signature', ...keyOf(algorithm).algorithm === 'RSA' ? ['key encipherment'] : [], ...uses];
}
