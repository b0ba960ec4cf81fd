import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** CEL: the tag of a container's image, `:1.4.2`, or nothing. A digest after it does not count, and neither does the port of a registry. */
const TAG = 'container.?image.orValue("").split("@")[0].find(":[A-Za-z0-9_.-]{1,128}$")';
const VERSION = 'pod.metadata.labels["app.kubernetes.io/version"]';

/** A version that says one thing while another runs is worse than none. `v1.4.2` and `1.4.2-alpine` are of the version 1.4.2. */
export const versionLabelMatchesImage = new Control({
  id: 'version-label-matches-image',
  title: 'The version label is the tag of an image',
  recommendation: '3.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.labels',
  when: `pod.?metadata.?labels[?"app.kubernetes.io/version"].hasValue() && pod.spec.?containers.orValue([]).exists(container, ${TAG} != "")`,
  expression: `pod.spec.containers.exists(container, (${TAG} + "-").startsWith(":" + ${VERSION} + "-") || (${TAG} + "-").startsWith(":v" + ${VERSION} + "-"))`,
  message: 'its label says another version than runs',
  remediation: 'take the label app.kubernetes.io/version from the tag of the image',
  references: [],
});
