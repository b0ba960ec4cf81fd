import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Finished Jobs fill the store of the cluster, one by one. */
export const jobHistory = new Control({
  id: 'job-history',
  title: 'Finished Jobs are removed',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.ttlSecondsAfterFinished',
  kinds: ['batch/Job'],
  when: '!object.?metadata.?ownerReferences.hasValue()',
  expression: 'object.spec.?ttlSecondsAfterFinished.hasValue()',
  message: 'it stays for ever after it is done',
  remediation: 'set ttlSecondsAfterFinished',
  references: [],
});
