import { Reference } from '../reference';

const standard = 'PSS';
const page = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/';

/** The profiles of the Kubernetes Pod Security Standards. */
export class Pss {
  /** Prevents known privilege escalations. */
  public static readonly BASELINE = new Reference(standard, 'baseline', `${page}#baseline`);

  /** Follows current hardening practice. It contains all of baseline. */
  public static readonly RESTRICTED = new Reference(standard, 'restricted', `${page}#restricted`);

  private constructor() {}
}
