import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** One replica is none while its node is drained. What says that it is not of production may be away. */
export const autoscalerMinimum = new Control({
  id: 'autoscaler-minimum',
  title: 'Autoscalers in production keep two replicas',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.minReplicas',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  when: 'object.?metadata.?labels[?"cdk8s-bulwark/environment"].orValue("prod") == "prod"',
  expression: 'object.?spec.?minReplicas.orValue(1) >= params.minimum',
  parameters: { minimum: 2 },
  message: 'in quiet times its target is away whenever a node is drained',
  remediation: 'set minReplicas to 2, or to what the parameter minimum says',
  references: [],
});
