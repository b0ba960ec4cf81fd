import { ApiObject, Chart, Cron, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { IMAGE } from './apps';
import {
  Catalogue, CronJob, Deployment, Environment, Hardening, Job, Mode, Platform, Quota, Scaling, Sensitivity, StatefulSet, Tenant, Verifier,
  WorkloadDefaults, WorkloadDefaultsProps,
} from '../../src';

const container = { image: IMAGE, portNumber: 8080 };
const deployment = (props: any = {}) => (scope: Chart) => new Deployment(scope, 'web', { containers: [container], ...props });
const of = (props: any) => deployment({ containers: [{ ...container, ...props }] });
const security = (securityContext: any) => of({ securityContext });
const defaults = (props: WorkloadDefaultsProps, make: (scope: Chart) => unknown = deployment()) => (scope: Chart) => {
  WorkloadDefaults.of(scope).set(props);
  make(scope);
};
const patched = (...patches: JsonPatch[]) => (scope: Chart) => Hardening.override(deployment()(scope), ...patches);
const cronJob = (props: any = {}) => (scope: Chart) => new CronJob(scope, 'web', { schedule: Cron.daily(), containers: [{ image: IMAGE }], ...props });
const job = (props: any = {}) => (scope: Chart) => new Job(scope, 'web', { containers: [{ image: IMAGE }], ...props });
const budget = (field: string, value: any) => (scope: Chart) => ApiObject.of(deployment()(scope).node.findChild('DisruptionBudget')).addJsonPatch(JsonPatch.replace(`/spec/${field}`, value));
const probes = (probe: kplus.Probe) => of({ readiness: probe, liveness: probe, startup: probe });

/** A default of ours, how an author loosens it, and the control that finds it; `missing` is the name that a control should get which does not exist yet. */
interface Row {
  readonly loosened: (scope: Chart) => unknown;
  readonly from?: (scope: Chart) => unknown;
  readonly control?: string;
  readonly missing?: string;
}

const ROWS: { readonly [what: string]: Row } = {
  'no root': { loosened: deployment({ securityContext: { ensureNonRoot: false } }), control: 'run-as-non-root' },
  'no root, of a container': { loosened: security({ ensureNonRoot: false }), control: 'run-as-non-root' },
  'no user of root': { loosened: security({ user: 0 }), control: 'run-as-root-user' },
  'no privileges': { loosened: security({ privileged: true }), control: 'privileged-container' },
  'no escalation': { loosened: security({ allowPrivilegeEscalation: true }), control: 'privilege-escalation' },
  'a read-only file system': { loosened: security({ readOnlyRootFilesystem: false }), control: 'read-only-root-filesystem' },
  'no capabilities': { loosened: security({ capabilities: { drop: [kplus.Capability.CHOWN] } }), control: 'drop-all-capabilities' },
  'no added capabilities': { loosened: security({ capabilities: { add: [kplus.Capability.SYS_ADMIN], drop: [kplus.Capability.ALL] } }), control: 'added-capabilities' },
  'seccomp': { loosened: security({ seccompProfile: { type: kplus.SeccompProfileType.UNCONFINED } }), control: 'seccomp-unconfined' },
  'a user namespace': { loosened: defaults({ userNamespace: false }), control: 'user-namespace' },
  'no links to services': { loosened: patched(JsonPatch.replace('/spec/template/spec/enableServiceLinks', true)), control: 'service-links' },
  'no network of the host': { loosened: deployment({ hostNetwork: true }), control: 'host-network' },
  'an account of its own': { from: scope => two(scope), loosened: scope => two(scope, true), control: 'shared-service-account' },
  'no default account': {
    loosened: scope => deployment({ serviceAccount: kplus.ServiceAccount.fromServiceAccountName(scope, 'default', 'default') })(scope), control: 'dedicated-service-account',
  },
  'no token': { loosened: deployment({ automountServiceAccountToken: true }), control: 'service-account-token' },
  'a memory limit': { loosened: patched(JsonPatch.remove('/spec/template/spec/containers/0/resources/limits/memory')), control: 'memory-limit' },
  'memory requested as limited': { loosened: of({ resources: { memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) } } }), control: 'memory-request-equals-limit' },
  'a request of memory': { loosened: patched(JsonPatch.remove('/spec/template/spec/containers/0/resources')), control: 'memory-request' },
  'a request of CPU': { loosened: patched(JsonPatch.remove('/spec/template/spec/containers/0/resources/requests')), control: 'cpu-request' },
  'a limit of disk': { loosened: patched(JsonPatch.remove('/spec/template/spec/containers/0/resources/limits/ephemeral-storage')), control: 'ephemeral-storage-limit' },
  'a limit of /tmp': { loosened: patched(JsonPatch.remove('/spec/template/spec/volumes/0/emptyDir/sizeLimit')), control: 'empty-dir-size-limit' },
  'a liveness probe': { loosened: defaults({ probes: false }), control: 'liveness-probe' },
  'a readiness probe': { loosened: defaults({ probes: false }), control: 'readiness-probe' },
  'a startup probe': { loosened: patched(JsonPatch.remove('/spec/template/spec/containers/0/startupProbe')), missing: 'startup-probe' },
  'probes that differ': { loosened: probes(kplus.Probe.fromHttpGet('/health')), control: 'probes-differ' },
  'a delay before it stops': { loosened: defaults({ preStopDelay: Duration.seconds(0) }), control: 'pre-stop-delay' },
  'time to stop after the delay': { loosened: patched(JsonPatch.replace('/spec/template/spec/terminationGracePeriodSeconds', 5)), control: 'pre-stop-within-grace' },
  'more than one replica': { loosened: deployment({ replicas: 1 }), control: 'replicas-minimum' },
  'a spread over nodes and zones': { loosened: defaults({ spread: false }), control: 'topology-spread' },
  'a budget': { loosened: scope => deployment()(scope).node.tryRemoveChild('DisruptionBudget'), control: 'disruption-budget-present' },
  'a budget that lets nodes be drained': { loosened: budget('maxUnavailable', 0), control: 'disruption-budget-blocks' },
  'a budget that passes over broken pods': { loosened: budget('unhealthyPodEvictionPolicy', 'IfHealthyBudget'), control: 'disruption-budget-unhealthy-pods' },
  'a deadline of a Job': { from: job(), loosened: scope => Hardening.override(job()(scope), JsonPatch.remove('/spec/activeDeadlineSeconds')), control: 'job-deadline' },
  'a number of tries': { from: job(), loosened: job({ backoffLimit: 100 }), control: 'job-backoff-limit' },
  'an end of a finished Job': { from: job(), loosened: scope => Hardening.override(job()(scope), JsonPatch.remove('/spec/ttlSecondsAfterFinished')), control: 'job-history' },
  'runs that do not overlap': { from: cronJob(), loosened: cronJob({ concurrencyPolicy: kplus.ConcurrencyPolicy.ALLOW }), control: 'cron-job-concurrency' },
  'a deadline to start a run by': { from: cronJob(), loosened: scope => Hardening.override(cronJob()(scope), JsonPatch.remove('/spec/startingDeadlineSeconds')), control: 'cron-job-starting-deadline' },
  'a deadline of a run': { from: cronJob(), loosened: scope => Hardening.override(cronJob()(scope), JsonPatch.remove('/spec/jobTemplate/spec/activeDeadlineSeconds')), control: 'job-deadline' },
  'a history of runs': { from: cronJob(), loosened: cronJob({ failedJobsRetained: 0 }), control: 'cron-job-history' },
  'logs of what failed': { loosened: patched(JsonPatch.replace('/spec/template/spec/containers/0/terminationMessagePolicy', 'File')), control: 'termination-message-policy' },
  'labels': { loosened: patched(JsonPatch.remove('/spec/template/metadata/labels/app.kubernetes.io~1name')), control: 'recommended-labels' },
  'a version': { loosened: of({ image: 'registry.example.com/web@sha256:' + '0123456789abcdef'.repeat(4) }), control: 'version-label' },
  'fewest of two replicas': {
    from: scope => new Scaling(scope, 'scaling', { target: deployment()(scope), maxReplicas: 3 }),
    loosened: scope => new Scaling(scope, 'scaling', { target: deployment()(scope), minReplicas: 1, maxReplicas: 3 }),
    control: 'autoscaler-minimum',
  },
  'replicas left to the autoscaler': {
    from: scope => new Scaling(scope, 'scaling', { target: deployment()(scope), maxReplicas: 3 }),
    loosened: scope => {
      const web = deployment()(scope);
      new Scaling(scope, 'scaling', { target: web, maxReplicas: 3 });
      Hardening.override(web, JsonPatch.add('/spec/replicas', 3));
    },
    control: 'autoscaler-replicas',
  },
  'fewer replicas after a while only': {
    from: scope => new Scaling(scope, 'scaling', { target: deployment()(scope), maxReplicas: 3 }),
    loosened: scope => new Scaling(scope, 'scaling', { target: deployment()(scope), maxReplicas: 3, scaleDown: { stabilizationWindow: Duration.seconds(0) } }),
    control: 'autoscaler-stabilization',
  },
  'volumes that are retained': {
    from: scope => stateful(scope),
    loosened: scope => Hardening.override(stateful(scope), JsonPatch.replace('/spec/persistentVolumeClaimRetentionPolicy/whenDeleted', 'Delete')),
    control: 'claim-retention',
  },
  'volumes of one pod': {
    from: scope => stateful(scope), loosened: scope => stateful(scope, ['ReadWriteMany']), control: 'shared-access-mode',
  },
};

function two(scope: Chart, shared = false): void {
  const { serviceAccount } = deployment()(scope);
  new Deployment(scope, 'other', { containers: [container], serviceAccount: shared ? serviceAccount : undefined });
}

function stateful(scope: Chart, accessModes?: string[]): StatefulSet {
  return new StatefulSet(scope, 'db', { containers: [container], claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data', accessModes }] });
}

/** The controls that find something, of all that there are. */
function found(make: (scope: Chart) => unknown): Set<string> {
  const app = Testing.app();
  const verifier = Verifier.of(app, { mode: Mode.OFF, complete: true, packs: ['csa'] });
  const tenant = new Tenant(app, 'shop', {
    platform: Platform.generic({ kubernetes: '1.34' }),
    owner: 'team',
    environment: Environment.PROD,
    sensitivity: Sensitivity.INTERNAL,
    // A DaemonSet runs on every node, and runs of a CronJob that may overlap are as many as one says.
    quota: Quota.computed({ nodes: 1, concurrentRuns: 2 }),
  });
  make(tenant);
  return new Set(verifier.report().findings.map(({ control }) => control));
}

const exist = new Set(Catalogue.all().map(({ id }) => id));

describe('loosening', () => {
  test.each(Object.entries(ROWS).filter(([, { control }]) => control !== undefined))('%s is found', (_what, { from = deployment(), loosened, control }) => {
    expect(found(from)).not.toContain(control);
    expect(found(loosened)).toContain(control);
  });

  test.each(Object.entries(ROWS).filter(([, { missing }]) => missing !== undefined))('%s is not found until there is a control', (_what, { from = deployment(), loosened, missing }) => {
    // When somebody adds the control, this row says `control`.
    expect(exist).not.toContain(missing);
    expect([...found(loosened)].filter(control => !found(from).has(control))).toEqual([]);
  });
});
