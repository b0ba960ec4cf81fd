import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A container that sees the processes of another reads its memory and its secrets. */
export const shareProcessNamespace = new Control({
  id: 'share-process-namespace',
  title: 'Containers of a pod do not share processes',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.shareProcessNamespace',
  expression: 'pod.spec.?shareProcessNamespace.orValue(false) == false',
  message: 'each of its containers reads the memory of the others',
  remediation: 'remove shareProcessNamespace',
  references: [Nsa.POD_SECURITY],
});
