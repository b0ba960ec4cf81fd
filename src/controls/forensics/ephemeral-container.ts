import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** An ephemeral container cannot be removed: it stays until its pod goes. */
export const ephemeralContainer = new Control({
  id: 'ephemeral-container',
  title: 'Pods hold no ephemeral containers',
  recommendation: '7.4',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.ephemeralContainers',
  expression: 'size(pod.spec.?ephemeralContainers.orValue([])) == 0',
  message: 'somebody debugs it, or did: it runs what its manifest does not say',
  remediation: 'delete the pod when the debugging is done, so that its controller makes a clean one',
  references: [],
});
