import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A version that says one thing while another runs is worse than none. */
export const versionLabelMatchesImage = new Control({
  id: 'version-label-matches-image',
  title: 'The version label is the image\'s tag',
  recommendation: '3.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.labels["app.kubernetes.io/version"]',
  when: 'pod.?metadata.?labels[?"app.kubernetes.io/version"].hasValue() && size(pod.spec.?containers.orValue([])) > 0',
  expression: 'pod.spec.containers.exists(c, c.?image.orValue("").split("@")[0].find(":[A-Za-z0-9_.-]+$")'
    + ' in ["", ":" + pod.metadata.labels["app.kubernetes.io/version"]])',
  message: 'it says another version than runs',
  remediation: 'take the label from the tag of the image',
  references: [],
});
