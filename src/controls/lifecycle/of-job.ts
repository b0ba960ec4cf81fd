/** CEL: what a Job, or each of a CronJob, is to do. To be followed by a field, as in `.?backoffLimit`. */
export const OF_JOB = '(object.kind == "CronJob" ? object.?spec.?jobTemplate.?spec : object.?spec)';
