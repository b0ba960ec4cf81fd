/** What tells a verifier, and a person, that a volume is backed up. The claim itself cannot carry it: what a StatefulSet claims cannot be changed later. */
export const BACKUP_ANNOTATIONS = {
  /** On a StatefulSet: `<claim>=<name of the ConfigMap of the backup>`, with commas between several. */
  backup: 'cdk8s-bulwark/backup',

  /** On the ConfigMap of a backup: what it backs up, as `StatefulSet/cart`. */
  workload: 'cdk8s-bulwark/backup-workload',

  /** On the ConfigMap: the claim of the StatefulSet. */
  volume: 'cdk8s-bulwark/backup-volume',

  /** On the ConfigMap: a cron expression, in UTC. */
  schedule: 'cdk8s-bulwark/backup-schedule',

  /** On the ConfigMap: the arguments of `restic forget`. */
  retention: 'cdk8s-bulwark/backup-retention',

  /** On the ConfigMap: `s3`, `rest`, `local` or `secret`. */
  repository: 'cdk8s-bulwark/backup-repository',
} as const;

/** Adds a claim to those that a StatefulSet says are backed up. */
export function markBackedUp(metadata: { annotations?: Record<string, string> }, volume: string, backup: string): void {
  const others = metadata.annotations?.[BACKUP_ANNOTATIONS.backup];
  metadata.annotations = { ...metadata.annotations, [BACKUP_ANNOTATIONS.backup]: [...others === undefined ? [] : [others], `${volume}=${backup}`].join(',') };
}
