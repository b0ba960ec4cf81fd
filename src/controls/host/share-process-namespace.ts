import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A container that sees the processes of another reads its files and its environment through /proc. */
export const shareProcessNamespace = new Control({
  id: 'share-process-namespace',
  title: 'Containers of a pod do not share processes',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.shareProcessNamespace',
  expression: 'pod.spec.?shareProcessNamespace.orValue(false) == false',
  message: 'its containers see the processes of each other, with their files and environment',
  remediation: 'remove shareProcessNamespace',
  references: [],
});
