import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** One replica is none while its node is drained. */
export const autoscalerMinimum = new Control({
  id: 'autoscaler-minimum',
  title: 'Autoscalers keep two replicas',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.minReplicas',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  expression: 'object.spec.?minReplicas.orValue(1) >= 2',
  message: 'at night it is away whenever its node is drained',
  remediation: 'set minReplicas to 2',
  references: [],
});
