/** A place in a published standard that asks for what a control checks. */
export class Reference {
  /** The standard with its version, such as `CIS Kubernetes 1.12`. */
  public readonly standard: string;

  /** The section, control or profile inside the standard, such as `5.2.2`. */
  public readonly id: string;

  /**
   * Where the standard can be read.
   *
   * @default - no address is known
   */
  public readonly url?: string;

  /**
   * A reference to any standard, for a team's own rules too. The well-known ones are ready-made in `Pss`, `Cis`, `Nsa`, `Owasp`, `Nist`, `Ccm` and `Mitre`.
   *
   * @param standard the standard with its version
   * @param id the section, control or profile inside the standard
   * @param url where the standard can be read
   */
  public constructor(standard: string, id: string, url?: string) {
    this.standard = standard;
    this.id = id;
    this.url = url;
  }

  /** The reference as people write it: `CIS Kubernetes 1.12 5.2.2`. */
  public toString(): string {
    return `${this.standard} ${this.id}`;
  }
}
