import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A pod that nobody owns is gone with its node. */
export const barePod = new Control({
  id: 'bare-pod',
  title: 'Pods are made by a controller',
  recommendation: '14.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'kind',
  kinds: ['Pod'],
  expression: 'size(object.metadata.?ownerReferences.orValue([])) > 0',
  message: 'nobody makes it again when its node goes',
  remediation: 'make it by a Deployment, a Job or another controller',
  references: [],
});
