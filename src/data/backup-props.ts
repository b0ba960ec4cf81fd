import { Cron, Duration, Size } from 'cdk8s';
import { ContainerResources, SecretValue } from 'cdk8s-plus-28';
import { BackupRepository } from './backup-repository';
import { BackupRetention } from './backup-retention';

/** A command that makes the program write to its volume what it holds in memory, such as `redis-cli save`. */
export interface BackupCommand {
  /** The command and its arguments, without a shell. */
  readonly command: string[];

  /**
   * The image that it runs in, in a container of its own beside the program: no container can start a process in another. The container has the
   * environment, the volumes, the user and the network of the program's first container, so `localhost` is the program. The image must have a shell
   * (`sh`), `sleep`, `rm` and `mv`.
   *
   * @default - the image of the first container
   */
  readonly image?: string;

  /**
   * How long it may take.
   *
   * @default Duration.minutes(10)
   */
  readonly timeLimit?: Duration;

  /**
   * What its container may use.
   *
   * @default - as `WorkloadDefaults` says
   */
  readonly resources?: ContainerResources;
}

/** What is backed up, when, to where, and for how long it is kept. */
export interface BackupProps {
  /** Name of the claim of the StatefulSet whose volume is backed up. */
  readonly volume: string;

  /**
   * A folder on the volume.
   *
   * @default - the whole volume
   */
  readonly path?: string;

  /**
   * An image with restic from 0.14 on, a shell (`sh`), `date`, `du`, `cut` and `sleep`, as the official one has: `images.reference('restic')`. The
   * library brings none of its own.
   */
  readonly image: string;

  /** Where the backups are kept. */
  readonly repository: BackupRepository;

  /**
   * The Secret, and its key that holds the password of the repository. It is mounted as a file. Without it no backup can ever be read again: keep it
   * outside of the cluster too.
   */
  readonly key: SecretValue;

  /**
   * When, in UTC. A backup is also made when a pod starts, so none is missed because of a restart.
   *
   * @default - at two o'clock each night
   */
  readonly schedule?: Cron;

  /**
   * What is kept.
   *
   * @default - 7 days, 5 weeks and 12 months
   */
  readonly retention?: BackupRetention;

  /**
   * A command that runs before the volume is read.
   *
   * @default - none: the volume is read as it is, also in the middle of a write
   */
  readonly before?: BackupCommand;

  /**
   * How often a backup that fails is tried again, after 10 seconds, 20, 40 and so on. After that its container ends with an error and is restarted,
   * which shows in its number of restarts and in its termination message.
   *
   * @default 6 - about ten minutes
   */
  readonly retries?: number;

  /**
   * How long one command of restic may take. One that hangs is ended by the liveness probe.
   *
   * @default Duration.hours(6)
   */
  readonly timeLimit?: Duration;

  /**
   * Size of the directory for restic's cache and temporary files (`emptyDir`, on disk). The cache is thrown away where it fills half of it.
   *
   * @default Size.gibibytes(1)
   */
  readonly cacheSize?: Size;

  /**
   * What the container may use.
   *
   * @default - as `WorkloadDefaults` says; its disk is as large as the cache
   */
  readonly resources?: ContainerResources;
}
