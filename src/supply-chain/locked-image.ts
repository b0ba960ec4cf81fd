/** Who signed an image: a key, or an identity as an issuer of OpenID Connect knows it. Give `key`, or `issuer` and `subject`. */
export interface ImageSigner {
  /**
   * The public key: a file beside the lock, or the address of a key management service, such as `gcpkms://…`.
   *
   * @default - the signer is known by issuer and subject
   */
  readonly key?: string;

  /**
   * Who vouches for the subject, such as `https://token.actions.githubusercontent.com`.
   *
   * @default - the signer is known by a key
   */
  readonly issuer?: string;

  /**
   * Who signed, as the issuer knows it: a person, or a workflow by its address.
   *
   * @default - the signer is known by a key
   */
  readonly subject?: string;
}

/** One image, as an environment runs it (part 1.1). */
export interface LockedImage {
  /** Its name in the lock. */
  readonly name: string;

  /** Where it lies, without tag and digest: `registry.example.com/shop/cart`. */
  readonly repository: string;

  /** Its version, which the workload's label carries (part 3.1). */
  readonly tag: string;

  /** What it is, to the byte: `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;

  /**
   * Who signed it.
   *
   * @default - nobody is named
   */
  readonly signer?: ImageSigner;

  /** Types of what is attested of it, such as `https://spdx.dev/Document` for its bill of materials. */
  readonly attestations: string[];

  /** Environments that this digest ran in before this one, the first one first (part 1.2). */
  readonly passed: string[];
}
