import { Reference } from '../reference';

const entry = (id: string) => new Reference('OWASP K8s 2025', id, 'https://owasp.org/www-project-kubernetes-top-ten/');

/** The OWASP Kubernetes Top 10 of 2025. */
export class Owasp {
  /** Workloads that are configured insecurely. */
  public static readonly K01 = entry('K01');

  /** Authorization that permits too much. */
  public static readonly K02 = entry('K02');

  /** Secrets that are not managed. */
  public static readonly K03 = entry('K03');

  /** No policy is enforced across the cluster. */
  public static readonly K04 = entry('K04');

  /** The network is not segmented. */
  public static readonly K05 = entry('K05');

  /** Components are exposed that should not be. */
  public static readonly K06 = entry('K06');

  /** Cluster components that are misconfigured or have known vulnerabilities. */
  public static readonly K07 = entry('K07');

  /** Movement from the cluster into the cloud account. */
  public static readonly K08 = entry('K08');

  /** Authentication that does not authenticate. */
  public static readonly K09 = entry('K09');

  /** Too little logging and monitoring. */
  public static readonly K10 = entry('K10');

  private constructor() {}
}
