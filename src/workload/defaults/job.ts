import { EffectiveDefaults } from '../workload-defaults';

/** A run has a deadline, a number of tries, and an end of its own record (part 11.1). */
export function jobDefaults(kind: string, spec: any, defaults: EffectiveDefaults): void {
  if (kind === 'Job') {
    bounded(spec, defaults);
    spec.ttlSecondsAfterFinished ??= defaults.jobHistory.toSeconds();
  }
  if (kind === 'CronJob') {
    bounded(spec.jobTemplate.spec, defaults);
    // A controller that was away for a while still starts the run; one that was away for long does not start it at a bad hour.
    spec.startingDeadlineSeconds ??= 300;
  }
}

function bounded(spec: any, { jobDeadline, jobRetries }: EffectiveDefaults): void {
  spec.activeDeadlineSeconds ??= jobDeadline.toSeconds();
  spec.backoffLimit ??= jobRetries;
}
