import { Limits } from './limits';
import { TenantMembers } from './member';
import { PodSecurityLevel } from './pod-security-level';
import { Quota } from './quota';
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

  /**
   * How much it may take of the cluster (ResourceQuota, part 12.2).
   *
   * @default Quota.computed() - what its workloads take at most, and 20% more
   */
  readonly quota?: Quota;

  /**
   * How much one container or volume may take, and what a container gets that says nothing (LimitRange, part 12.2).
   *
   * @default Limits.computed() - what its workloads fit in
   */
  readonly limits?: Limits;

  /**
   * How strictly the API server judges its pods (part 2.3). Anything but RESTRICTED is found by the verifier: `pod-security-labels`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurity?: PodSecurityLevel;

  /**
   * Who has the roles viewer, developer, operator and auditor in it (part 8.7). The roles are there in any case.
   *
   * @default - nobody
   */
  readonly members?: TenantMembers;
}
