import * as kplus from 'cdk8s-plus-28';
import { secondsFault, wholeFault } from './numbers';
import { scheduleFault } from './schedule';

/** What is wrong with a workload beside its pods, by its kind. */
const CHECKS: { readonly [kind: string]: (workload: any) => string[] } = {
  Deployment: ({ replicas, minReady, progressDeadline }: kplus.Deployment) => [
    ...wholeFault('replicas', replicas, 0),
    ...secondsFault('minReady', minReady),
    ...secondsFault('progressDeadline', progressDeadline, 1),
  ],
  StatefulSet: ({ replicas, minReady }: kplus.StatefulSet) => [...wholeFault('replicas', replicas, 0), ...secondsFault('minReady', minReady)],
  DaemonSet: ({ minReadySeconds }: kplus.DaemonSet) => wholeFault('minReadySeconds', minReadySeconds, 0),
  Job: jobFaults,
  CronJob: (workload: kplus.CronJob) => [
    ...scheduleFault(workload.schedule.expressionString),
    ...timeZoneFault(workload.timeZone),
    ...secondsFault('startingDeadline', workload.startingDeadline),
    ...wholeFault('successfulJobsRetained', workload.successfulJobsRetained, 0),
    ...wholeFault('failedJobsRetained', workload.failedJobsRetained, 0),
    // cdk8s-plus keeps them apart.
    ...jobFaults((workload as unknown as { jobProperties: kplus.Job }).jobProperties),
  ],
};

/** Whether pods of a kind end by themselves: only those may say what happens then. */
const ENDS: { readonly [kind: string]: boolean } = { Deployment: false, StatefulSet: false, DaemonSet: false, Job: true, CronJob: true };

/** What is wrong with a workload beside its pods. */
export function kindFaults(workload: kplus.Workload): string[] {
  return [...CHECKS[workload.kind]?.(workload) ?? [], ...restartFault(workload)];
}

function restartFault({ kind, restartPolicy }: kplus.Workload): string[] {
  if (restartPolicy === undefined || !(kind in ENDS) || ENDS[kind] === (restartPolicy !== kplus.RestartPolicy.ALWAYS)) {
    return [];
  }
  return [`restartPolicy is ${restartPolicy}, which a ${kind} cannot have: ${ENDS[kind] ? 'give Never or OnFailure, as a run has an end' : 'leave it out, its pods are always started again'}`];
}

function jobFaults({ activeDeadline, backoffLimit, ttlAfterFinished }: Pick<kplus.Job, 'activeDeadline' | 'backoffLimit' | 'ttlAfterFinished'>): string[] {
  return [
    ...secondsFault('activeDeadline', activeDeadline, 1),
    ...wholeFault('backoffLimit', backoffLimit, 0),
    ...secondsFault('ttlAfterFinished', ttlAfterFinished),
  ];
}

function timeZoneFault(timeZone: string | undefined): string[] {
  if (timeZone === undefined) {
    return [];
  }
  // Some versions of Node.js know offsets too, which are no names.
  if (/^[+-]/.test(timeZone)) {
    return [`the time zone "${timeZone}" is an offset: give a name such as Europe/Berlin`];
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [`the time zone "${timeZone}" is not known: give a name such as Europe/Berlin`];
  }
}
