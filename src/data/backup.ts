import { ApiObject, Size } from 'cdk8s';
import { ConfigMap, ContainerProps, ContainerRestartPolicy, EmptyDirMedium, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { scriptsMount } from './backup-access';
import { checkBackup } from './backup-check';
import { backupContainer, commandContainer } from './backup-containers';
import { scheduleOf } from './backup-defaults';
import { BACKUP_ANNOTATIONS, markBackedUp } from './backup-mark';
import { giveCache, runAsProgram, seeAsProgram } from './backup-pod';
import { BackupProps } from './backup-props';
import { DEFAULT_RETENTION, retentionFlags } from './backup-retention';
import { restoreJob } from './restore-job';
import { RestoreJobOptions } from './restore-job-options';
import { SCRIPTS } from './scripts';
import { addLastStep } from '../hardening/render';
import { KubernetesVersion } from '../model/kubernetes-version';
import { TENANT } from '../tenancy/tenant-facts';
import { CronJob } from '../workload/cron-job';
import { StatefulSet } from '../workload/stateful-set';
import { WorkloadDefaults } from '../workload/workload-defaults';

const SIDECARS_SINCE = KubernetesVersion.V1_29;

/** How `StatefulSet.claim` names the volumes below it. */
const CLAIM_ID = 'Claim-';

/** Three numbers at most. */
const HOOK_DIRECTORY = { medium: EmptyDirMedium.MEMORY, sizeLimit: Size.mebibytes(1) };

/**
 * Backs up a volume of a StatefulSet with restic (part 15.1): encrypted, on a schedule, with a retention, and checked each time. A container in each
 * pod does it, because nothing outside of the pod may mount a `ReadWriteOncePod` volume. It is `restricted`, runs as the user of the program, only
 * reads the volume, and has the key as a file that the program does not see. Before the first backup it makes the repository.
 *
 * A backup that fails is tried again, and then ends its container, which is restarted: alert on the number of restarts. For that moment the pod is not
 * ready. The program is never stopped.
 *
 * It also makes a suspended CronJob per replica that restores. To restore: stop the StatefulSet (`kubectl scale statefulset cart --replicas=0`), start
 * the job (`kubectl create job restore --from=cronjob/cart-backup-restore-0`), wait for its end, and scale up again. Files that were in the volume are
 * moved into a folder `.replaced-<time>` in it. A job that starts while the pod still runs waits for it, where the volume is `ReadWriteOncePod`.
 *
 * The pods, and those of the CronJobs, must be allowed to reach the repository: nothing here opens the network.
 */
export class Backup extends Construct {
  /** The jobs that restore, by the number of the pod. Allow them to reach the repository too. */
  public readonly restoreJobs: CronJob[] = [];

  private readonly scripts: ConfigMap;

  /**
   * @param scope the StatefulSet
   * @param id 'Backup', say
   * @param props what is backed up, when, to where
   * @throws if the StatefulSet does not claim the volume, it is backed up already, or a prop is not what its name says, with the path of the construct
   */
  public constructor(private readonly scope: StatefulSet, id: string, private readonly props: BackupProps) {
    super(scope, id);
    const { path } = this.node;
    const { volume, before } = props;
    const claims = scope.node.children.filter((child): child is Volume => child instanceof Volume && child.node.id.startsWith(CLAIM_ID));
    checkBackup(path, props, claims.map(({ name }) => name));
    const retention = retentionFlags(path, props.retention ?? DEFAULT_RETENTION);
    const prefix = `backup-${volume}`;
    if ([...scope.containers, ...scope.initContainers].some(({ name }) => name === prefix)) {
      throw new Error(`${path}: the volume "${volume}" is backed up already: one backup a volume`);
    }
    this.scripts = new ConfigMap(this, 'Scripts', {
      data: { ...SCRIPTS },
      metadata: {
        annotations: {
          [BACKUP_ANNOTATIONS.workload]: `StatefulSet/${scope.name}`,
          [BACKUP_ANNOTATIONS.volume]: volume,
          [BACKUP_ANNOTATIONS.schedule]: scheduleOf(props).expressionString,
          [BACKUP_ANNOTATIONS.retention]: retention.join(' '),
          [BACKUP_ANNOTATIONS.repository]: props.repository._facts.kind,
        },
      },
    });
    const data = claims.find(({ name }) => name === volume)!;
    const hook = before === undefined ? undefined : Volume.fromEmptyDir(this, 'HookVolume', `${prefix}-hook`, HOOK_DIRECTORY);
    const scripts = scriptsMount(this, prefix, this.scripts);
    addBeside(scope, backupContainer(this, prefix, props, retention, scripts, data, hook));
    if (hook !== undefined) {
      addBeside(scope, commandContainer(prefix, before!, scope.containers[0].image, scripts, hook));
    }
    addLastStep(ApiObject.of(scope), rendered => this.rendered(rendered, prefix));
    for (let replica = 0; replica < (scope.replicas ?? 1); replica++) {
      this.restoreJob({ replica });
    }
  }

  /**
   * Makes a suspended CronJob that restores the volume of one pod: for a replica beyond those that the StatefulSet was made with, or a snapshot other than
   * the newest.
   *
   * @throws if there is one for that replica and snapshot, or the options are not valid
   */
  public restoreJob(options: RestoreJobOptions = {}): CronJob {
    const job = restoreJob(this, this.scope, this.props, this.scripts, options);
    this.restoreJobs.push(job);
    return job;
  }

  private rendered(rendered: any, prefix: string): any {
    const { metadata, spec: { template: { spec: pod } } } = rendered;
    const tenant = TENANT.nearest(this);
    const [program] = pod.containers;
    const own = [...pod.containers, ...pod.initContainers ?? []].filter(({ name }: { name: string }) => name === prefix || name === `${prefix}-before`);
    own.forEach((container: any) => runAsProgram(this.node.path, container, pod.securityContext, program, tenant?.platform.name === 'openshift'));
    const [backup, command] = own;
    giveCache(backup, this.props, WorkloadDefaults._for(this));
    if (command !== undefined) {
      seeAsProgram(command, program);
    }
    markBackedUp(metadata, this.props.volume, this.scripts.name);
    return rendered;
  }
}

/** Adds a container that runs beside the program. Kubernetes before 1.29 has no sidecars: there it is a container as others are. */
function addBeside(scope: StatefulSet, container: ContainerProps): void {
  if ((TENANT.nearest(scope)?.platform.kubernetes ?? KubernetesVersion.DEFAULT).atLeast(SIDECARS_SINCE)) {
    scope.addInitContainer({ ...container, restartPolicy: ContainerRestartPolicy.ALWAYS });
  } else {
    scope.addContainer(container);
  }
}
