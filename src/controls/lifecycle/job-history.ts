import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Finished Jobs fill the store of the cluster, one by one. Hooks of Helm and Argo CD remove their own, and so does a CronJob. */
export const jobHistory = new Control({
  id: 'job-history',
  title: 'Finished Jobs are removed',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.ttlSecondsAfterFinished',
  kinds: ['batch/Job'],
  when: 'object.?metadata.?annotations.orValue({}).all(name, !(name in ["helm.sh/hook", "argocd.argoproj.io/hook"]))'
    + ' && !object.?metadata.?ownerReferences.orValue([]).exists(owner, owner.?controller.orValue(false))',
  expression: 'object.?spec.?ttlSecondsAfterFinished.hasValue()',
  message: 'it stays for ever after it is done',
  remediation: 'set ttlSecondsAfterFinished',
  references: [],
});
