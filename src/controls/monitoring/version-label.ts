import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever investigates must see which version ran. */
export const versionLabel = new Control({
  id: 'version-label',
  title: 'Pods carry the version of their application',
  recommendation: '3.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.labels',
  expression: 'pod.?metadata.?labels[?"app.kubernetes.io/version"].orValue("") != ""',
  message: 'nothing tells which version runs',
  remediation: 'set the label app.kubernetes.io/version on the pod template',
  references: [],
});
