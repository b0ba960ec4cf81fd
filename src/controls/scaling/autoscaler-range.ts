import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** An autoscaler whose ends meet scales nothing. */
export const autoscalerRange = new Control({
  id: 'autoscaler-range',
  title: 'Autoscalers have room to scale',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.maxReplicas',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  expression: 'object.?spec.?maxReplicas.orValue(1) > object.?spec.?minReplicas.orValue(1)',
  message: 'it never scales',
  remediation: 'raise maxReplicas above minReplicas, or remove the autoscaler',
  references: [],
});
