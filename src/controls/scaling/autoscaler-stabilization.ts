import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Load that comes and goes takes pods away that are started again at once. Kubernetes waits five minutes unless told otherwise. */
export const autoscalerStabilization = new Control({
  id: 'autoscaler-stabilization',
  title: 'Autoscalers wait before they take pods away',
  recommendation: '12.3',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.behavior.scaleDown.stabilizationWindowSeconds',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  expression: 'object.?spec.?behavior.?scaleDown.?stabilizationWindowSeconds.orValue(300) > 0',
  message: 'it takes pods away as soon as load falls, and starts them anew when it comes back',
  remediation: 'set stabilizationWindowSeconds to 300',
  references: [],
});
