import { Environment } from '../model/environment';
import { Platform } from '../model/platform';
import { Sensitivity } from '../model/sensitivity';

/** Whose a tenant is, where it runs and what it guards. */
export interface TenantProps {
  /** The cluster it is written for. */
  readonly platform: Platform;

  /** The team that answers for it: the value of a label (part 2.1). */
  readonly owner: string;

  /** How near to its users it runs (part 1.2). A namespace is of one environment. */
  readonly environment: Environment;

  /** How much harm it does if its data becomes known (part 2.1). */
  readonly sensitivity: Sensitivity;

  /**
   * The name of its namespace: a DNS label.
   *
   * @default - the id of the construct
   */
  readonly namespaceName?: string;
}
