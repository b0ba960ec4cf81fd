import { ApiObject, Cron } from 'cdk8s';
import { EnvValue, IConfigMap, PersistentVolumeClaim, RestartPolicy, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { backupAccess, scriptPath, scriptsMount } from './backup-access';
import { timeLimitOf } from './backup-defaults';
import { giveCache, runAsProgram } from './backup-pod';
import { BackupProps } from './backup-props';
import { RestoreJobOptions } from './restore-job-options';
import { addLastStep } from '../hardening/render';
import { TENANT } from '../tenancy/tenant-facts';
import { CronJob } from '../workload/cron-job';
import { StatefulSet } from '../workload/stateful-set';
import { WorkloadDefaults } from '../workload/workload-defaults';

/** What decides where a pod may run, and under which rules: the same for the job as for the pod whose volume it writes. */
const SAME_AS_POD = ['nodeSelector', 'tolerations', 'runtimeClassName', 'imagePullSecrets', 'hostUsers'];

const SNAPSHOT = /^(latest|[0-9a-f]{8,64})$/;

/**
 * A CronJob that never runs by itself: a person makes a Job of it. A suspended Job would do once only, and the API server would refuse every change
 * of its image.
 */
export function restoreJob(scope: Construct, statefulSet: StatefulSet, props: BackupProps, scripts: IConfigMap, options: RestoreJobOptions): CronJob {
  const { replica = 0, snapshot = 'latest' } = options;
  const { path } = scope.node;
  if (!Number.isSafeInteger(replica) || replica < 0) {
    throw new Error(`${path}: ${replica} is not the number of a pod: give a whole number from 0`);
  }
  if (!SNAPSHOT.test(snapshot)) {
    throw new Error(`${path}: "${snapshot}" is not a snapshot: give "latest", or 8 to 64 digits of its id`);
  }
  const id = snapshot === 'latest' ? `Restore-${replica}` : `Restore-${replica}-${snapshot.slice(0, 8)}`;
  if (scope.node.tryFindChild(id) !== undefined) {
    throw new Error(`${path}: there is a job that restores ${snapshot} for pod ${replica} already`);
  }
  const holder = new Construct(scope, `${id}-Volumes`);
  const claim = `${props.volume}-${statefulSet.name}-${replica}`;
  const data = Volume.fromPersistentVolumeClaim(holder, 'Data', PersistentVolumeClaim.fromClaimName(holder, 'Claim', claim), { name: props.volume });
  const access = backupAccess(holder, 'backup', props, scriptsMount(holder, 'backup', scripts), claim, data, false);
  const job = new CronJob(scope, id, {
    schedule: Cron.annually(),
    suspend: true,
    restartPolicy: RestartPolicy.NEVER,
    backoffLimit: 0,
    activeDeadline: timeLimitOf(props),
    podMetadata: { labels: { 'app.kubernetes.io/name': `${statefulSet.node.id}-restore` } },
    containers: [{
      name: 'restore',
      image: props.image,
      command: ['sh', scriptPath('restore.sh')],
      envVariables: { ...access.envVariables, SNAPSHOT: EnvValue.fromValue(snapshot) },
      volumeMounts: access.volumeMounts,
      resources: props.resources,
    }],
  });
  addLastStep(ApiObject.of(job), rendered => asPodOf(path, rendered, statefulSet, props));
  return job;
}

function asPodOf(path: string, rendered: any, statefulSet: StatefulSet, props: BackupProps): any {
  const pod = rendered.spec.jobTemplate.spec.template.spec;
  const original = ApiObject.of(statefulSet).toJson().spec.template.spec;
  pod.securityContext = { ...pod.securityContext, ...original.securityContext };
  SAME_AS_POD.filter(field => original[field] !== undefined).forEach(field => pod[field] = original[field]);
  giveCache(pod.containers[0], props, WorkloadDefaults._for(statefulSet));
  const userIsAssigned = TENANT.nearest(statefulSet)?.platform.name === 'openshift';
  runAsProgram(path, pod.containers[0], pod.securityContext, original.containers[0], userIsAssigned);
  return rendered;
}
