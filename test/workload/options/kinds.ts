import { Cron, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Options } from './option';
import { withoutSpread } from './pod';

const Deployment = { kinds: ['Deployment'] };
const StatefulSet = { kinds: ['StatefulSet'] };
const DaemonSet = { kinds: ['DaemonSet'] };
const Job = { kinds: ['Job'] };
const CronJob = { kinds: ['CronJob'] };
const spreadOfStatefulSet = Object.fromEntries(['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].flatMap(topology => Object.entries({
  'maxSkew': 1, 'topologyKey': topology, 'whenUnsatisfiable': 'ScheduleAnyway', 'labelSelector.matchLabels.cdk8s.io/metadata.addr': 'chart-web-c83d2bb0',
}).map(([path, value]) => [`spec.topologySpreadConstraints[${topology}].${path}`, value])));

/** What each kind of workload may be told beside its pods. */
export const OF_KINDS: Options = {
  'DeploymentProps.minReady': { ...Deployment, props: () => ({ minReady: Duration.seconds(10) }), object: { 'spec.minReadySeconds': 10 } },
  'DeploymentProps.minReady as cdk8s-plus fills it in': { ...Deployment, props: () => ({ minReady: Duration.seconds(0) }), object: { 'spec.minReadySeconds': 0 } },
  'DeploymentProps.progressDeadline': { ...Deployment, props: () => ({ progressDeadline: Duration.minutes(10) }), object: { 'spec.progressDeadlineSeconds': 600 } },
  'DeploymentProps.replicas': { ...Deployment, props: () => ({ replicas: 3 }), object: { 'spec.replicas': 3 } },
  'DeploymentProps.replicas of one': { ...Deployment, props: () => ({ replicas: 1 }), object: { 'spec.replicas': 1 }, template: withoutSpread },
  'DeploymentProps.strategy': { ...Deployment, props: () => ({ strategy: kplus.DeploymentStrategy.recreate() }), object: { 'spec.strategy.type': 'Recreate' } },
  // What the author does not say of a rolling update, cdk8s-plus documents as 25%, as the API server has it; nothing tells them apart afterwards.
  'DeploymentStrategyRollingUpdateOptions.maxSurge': {
    ...Deployment,
    props: () => ({ strategy: kplus.DeploymentStrategy.rollingUpdate({ maxSurge: kplus.PercentOrAbsolute.absolute(1) }) }),
    object: { 'spec.strategy.type': 'RollingUpdate', 'spec.strategy.rollingUpdate.maxSurge': 1, 'spec.strategy.rollingUpdate.maxUnavailable': '25%' },
  },
  'DeploymentStrategyRollingUpdateOptions.maxUnavailable': {
    ...Deployment,
    props: () => ({ strategy: kplus.DeploymentStrategy.rollingUpdate({ maxUnavailable: kplus.PercentOrAbsolute.percent(0) }) }),
    object: { 'spec.strategy.type': 'RollingUpdate', 'spec.strategy.rollingUpdate.maxSurge': '25%', 'spec.strategy.rollingUpdate.maxUnavailable': '0%' },
  },
  'StatefulSetProps.minReady': { ...StatefulSet, props: () => ({ minReady: Duration.seconds(10) }), object: { 'spec.minReadySeconds': 10 } },
  'StatefulSetProps.podManagementPolicy': {
    ...StatefulSet, props: () => ({ podManagementPolicy: kplus.PodManagementPolicy.ORDERED_READY }), object: { 'spec.podManagementPolicy': 'OrderedReady' },
  },
  'StatefulSetProps.replicas': { ...StatefulSet, props: () => ({ replicas: 3 }), object: { 'spec.replicas': 3 }, template: spreadOfStatefulSet },
  'StatefulSetProps.service': {
    ...StatefulSet, props: scope => ({ service: new kplus.Service(scope, 'other', { ports: [{ port: 80 }], metadata: { name: 'other' } }) }), object: { 'spec.serviceName': 'other' },
  },
  'StatefulSetProps.strategy': { ...StatefulSet, props: () => ({ strategy: kplus.StatefulSetUpdateStrategy.onDelete() }), object: { 'spec.updateStrategy.type': 'OnDelete' } },
  'StatefulSetUpdateStrategyRollingUpdateOptions.partition': {
    ...StatefulSet,
    props: () => ({ strategy: kplus.StatefulSetUpdateStrategy.rollingUpdate({ partition: 1 }) }),
    object: { 'spec.updateStrategy.type': 'RollingUpdate', 'spec.updateStrategy.rollingUpdate.partition': 1 },
  },
  'DaemonSetProps.minReadySeconds': { ...DaemonSet, props: () => ({ minReadySeconds: 10 }), object: { 'spec.minReadySeconds': 10 } },
  'JobProps.activeDeadline': { ...Job, props: () => ({ activeDeadline: Duration.minutes(5) }), object: { 'spec.activeDeadlineSeconds': 300 } },
  'JobProps.backoffLimit': { ...Job, props: () => ({ backoffLimit: 0 }), object: { 'spec.backoffLimit': 0 } },
  'JobProps.ttlAfterFinished': { ...Job, props: () => ({ ttlAfterFinished: Duration.seconds(0) }), object: { 'spec.ttlSecondsAfterFinished': 0 } },
  'CronJobProps.activeDeadline': { ...CronJob, props: () => ({ activeDeadline: Duration.minutes(5) }), object: { 'spec.jobTemplate.spec.activeDeadlineSeconds': 300 } },
  'CronJobProps.backoffLimit': { ...CronJob, props: () => ({ backoffLimit: 0 }), object: { 'spec.jobTemplate.spec.backoffLimit': 0 } },
  'CronJobProps.ttlAfterFinished': { ...CronJob, alone: true, props: () => ({ ttlAfterFinished: Duration.hours(1) }), object: { 'spec.jobTemplate.spec.ttlSecondsAfterFinished': 3600 } },
  'CronJobProps.schedule': { ...CronJob, props: () => ({ schedule: Cron.schedule({ minute: '*/5' }) }), object: { 'spec.schedule': '*/5 * * * *' } },
  'CronJobProps.concurrencyPolicy': { ...CronJob, props: () => ({ concurrencyPolicy: kplus.ConcurrencyPolicy.REPLACE }), object: { 'spec.concurrencyPolicy': 'Replace' } },
  'CronJobProps.failedJobsRetained': { ...CronJob, props: () => ({ failedJobsRetained: 0 }), object: { 'spec.failedJobsHistoryLimit': 0 } },
  'CronJobProps.startingDeadline': { ...CronJob, props: () => ({ startingDeadline: Duration.seconds(10) }), object: { 'spec.startingDeadlineSeconds': 10 } },
  'CronJobProps.successfulJobsRetained': { ...CronJob, props: () => ({ successfulJobsRetained: 0 }), object: { 'spec.successfulJobsHistoryLimit': 0 } },
  'CronJobProps.suspend': { ...CronJob, props: () => ({ suspend: true }), object: { 'spec.suspend': true } },
  'CronJobProps.timeZone': { ...CronJob, props: () => ({ timeZone: 'Europe/Berlin' }), object: { 'spec.timeZone': 'Europe/Berlin' } },
};
