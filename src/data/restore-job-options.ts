/** Which volume is restored, and to which state. */
export interface RestoreJobOptions {
  /**
   * The number of the pod.
   *
   * @default 0
   */
  readonly replica?: number;

  /**
   * Which snapshot: `latest`, or the id that `restic snapshots` shows.
   *
   * @default 'latest'
   */
  readonly snapshot?: string;
}
