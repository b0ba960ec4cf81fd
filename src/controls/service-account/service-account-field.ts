import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The API server fills in one of both fields from the other; tools that read manifests look at the newer one only. */
export const serviceAccountField = new Control({
  id: 'service-account-field',
  title: 'Pods name their service account in serviceAccountName',
  recommendation: '5.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.serviceAccount',
  _unguarded: 'the API server writes both fields before it asks a policy',
  expression: 'pod.spec.?serviceAccount.orValue("") == "" || pod.spec.?serviceAccount == pod.spec.?serviceAccountName',
  message: 'it names its service account in a field that is deprecated',
  remediation: 'rename serviceAccount to serviceAccountName',
  references: [],
});
