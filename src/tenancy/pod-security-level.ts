/** How strictly the API server judges the pods of a namespace (Pod Security Standards, part 2.3). */
export enum PodSecurityLevel {
  /** Pods gain nothing beyond what a program needs to run: no root, no capabilities, a seccomp profile. */
  RESTRICTED = 'restricted',

  /** Pods cannot take hold of their node in known ways, and may run as root. */
  BASELINE = 'baseline',

  /** Pods may do anything, also to their node. */
  PRIVILEGED = 'privileged',
}
