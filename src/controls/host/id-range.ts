import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Files on shared volumes belong to numbers. The parameters have ranges by field, such as runAsUser and fsGroup, and the fields that a pod must name. */
export const idRange = new Control({
  id: 'id-range',
  title: 'Users and groups are of the ranges that the team agreed on',
  recommendation: '2.3',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.securityContext',
  expression: 'params.named.all(field, pod.spec.?securityContext[?field].hasValue())'
    + ' && params.ranges.all(field, [dyn([pod.spec]), pod.spec.?containers.orValue([]), pod.spec.?initContainers.orValue([]), pod.spec.?ephemeralContainers.orValue([])].all(list, list.all(holder,'
    + ' holder.?securityContext[?field].optMap(value, (field == "supplementalGroups" ? dyn(value) : [value])'
    + '.all(id, params.ranges[field].exists(range, range.minimum <= id && id <= range.maximum))).orValue(true))))',
  parameters: { ranges: {}, named: [] },
  message: 'it names a user or a group that is not of the team, or none',
  remediation: 'set the ids to one of the ranges',
  references: [],
});
