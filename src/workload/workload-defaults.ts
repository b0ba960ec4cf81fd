import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { checkDefaults } from './checks/defaults';
import { Inherited } from '../app/inherited';

/** What a workload gets where its author says nothing. */
export interface WorkloadDefaultsProps {
  /**
   * CPU that a container requests (`resources.requests.cpu`, part 12.1).
   *
   * @default Cpu.millis(100)
   */
  readonly cpuRequest?: Cpu;

  /**
   * CPU that a container may use at most (`resources.limits.cpu`). A limit slows a container down even where the node is idle.
   *
   * @default - no limit
   */
  readonly cpuLimit?: Cpu;

  /**
   * Memory that a container requests, and may use at most: both are the same, so that a node is never overcommitted (part 12.1).
   *
   * @default Size.mebibytes(256)
   */
  readonly memory?: Size;

  /**
   * Disk that a container requests, and may use at most, for its logs and what it writes outside of volumes (part 12.1).
   *
   * @default Size.mebibytes(128)
   */
  readonly ephemeralStorage?: Size;

  /**
   * Size of the `/tmp` in memory that stands in for the read-only root file system. It counts as memory of the container. `Size.kibibytes(0)` is none.
   *
   * @default Size.mebibytes(64)
   */
  readonly temporaryDirectory?: Size;

  /**
   * Whether pods have a user namespace of their own (`hostUsers: false`, part 2.3): root in a container is nobody on the node. Written from
   * Kubernetes 1.33 on, `true` where it is turned off. Volumes whose file system cannot map identities, such as NFS, refuse it.
   *
   * @default true
   */
  readonly userNamespace?: boolean;

  /**
   * How long a container that serves a port waits before it stops, until no client is sent to it any more (`lifecycle.preStop.sleep`, part 11.1).
   * Emitted from Kubernetes 1.30 on. `Duration.seconds(0)` is none.
   *
   * @default Duration.seconds(5)
   */
  readonly preStopDelay?: Duration;

  /**
   * How long a container has to stop, after that delay (`terminationGracePeriodSeconds` is both together, part 11.1).
   *
   * @default Duration.seconds(30)
   */
  readonly stopTime?: Duration;

  /**
   * Whether a container that serves a port gets startup, readiness and liveness probes (part 11.1).
   *
   * @default true
   */
  readonly probes?: boolean;

  /**
   * Whether the pods of a workload with more than one replica are spread over nodes and zones (`topologySpreadConstraints`, part 12.3).
   *
   * @default true
   */
  readonly spread?: boolean;

  /**
   * How long a Job, or a run of a CronJob, may take (`activeDeadlineSeconds`, part 11.1).
   *
   * @default Duration.hours(1)
   */
  readonly jobDeadline?: Duration;

  /**
   * How often a Job is tried again (`backoffLimit`, part 11.1).
   *
   * @default 3
   */
  readonly jobRetries?: number;

  /**
   * How long a finished Job is kept, for its log (`ttlSecondsAfterFinished`, part 11.1). A CronJob keeps its newest runs instead.
   *
   * @default Duration.days(1)
   */
  readonly jobHistory?: Duration;
}

/** Every default with a value, but for the limit of CPU. */
export type EffectiveDefaults = Required<Omit<WorkloadDefaultsProps, 'cpuLimit'>> & Pick<WorkloadDefaultsProps, 'cpuLimit'>;

const DEFAULTS: EffectiveDefaults = {
  cpuRequest: Cpu.millis(100),
  memory: Size.mebibytes(256),
  ephemeralStorage: Size.mebibytes(128),
  temporaryDirectory: Size.mebibytes(64),
  userNamespace: true,
  preStopDelay: Duration.seconds(5),
  stopTime: Duration.seconds(30),
  probes: true,
  spread: true,
  jobDeadline: Duration.hours(1),
  jobRetries: 3,
  jobHistory: Duration.days(1),
};

const SET = new Inherited<WorkloadDefaultsProps>('workload-defaults');

/**
 * The defaults of workloads, for an app, a tenant or one workload: the nearest that says something about a property wins. What an author writes on
 * a workload or container itself is never replaced.
 */
export class WorkloadDefaults {
  /** The defaults of everything at and below a construct. */
  public static of(scope: IConstruct): WorkloadDefaults {
    return new WorkloadDefaults(scope);
  }

  /**
   * What holds for a construct.
   *
   * @internal
   */
  public static _for(construct: IConstruct): EffectiveDefaults {
    return Object.assign({}, DEFAULTS, ...SET.all(construct));
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Sets defaults here and below. What was set here before and is not named again, stays.
   *
   * @throws if no workload could have one of them, with the path of the construct
   */
  public set(props: WorkloadDefaultsProps): WorkloadDefaults {
    checkDefaults(this.scope, props);
    const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
    SET.set(this.scope, { ...SET.own(this.scope), ...given });
    return this;
  }
}
