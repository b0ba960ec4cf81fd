import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** One replica is none while its node is drained. */
export const replicasMinimum = new Control({
  id: 'replicas-minimum',
  title: 'Workloads in production have two replicas',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.replicas',
  kinds: ['apps/Deployment', 'argoproj.io/Rollout'],
  when: 'has(object.spec.replicas) && object.?metadata.?labels[?"cdk8s-bulwark/environment"].orValue("prod") == "prod"',
  expression: 'object.spec.?replicas.orValue(1) >= 2',
  message: 'it is away whenever its node is drained',
  remediation: 'set replicas to 2, or scale it',
  references: [],
});
