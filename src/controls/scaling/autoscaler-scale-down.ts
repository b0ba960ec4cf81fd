import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What is scaled down at each lull is started again at each peak. */
export const autoscalerScaleDown = new Control({
  id: 'autoscaler-scale-down',
  title: 'Autoscalers scale down slowly',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.behavior.scaleDown.stabilizationWindowSeconds',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  expression: 'object.spec.?behavior.?scaleDown.?stabilizationWindowSeconds.orValue(300) >= 300',
  message: 'it follows each lull: pods are stopped and started all day',
  remediation: 'set behavior.scaleDown.stabilizationWindowSeconds to 300 or more',
  references: [],
});
