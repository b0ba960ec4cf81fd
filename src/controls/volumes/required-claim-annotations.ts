import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The claim itself, or those that a StatefulSet makes. */
const CLAIMS = '(object.kind == "StatefulSet" ? dyn(object.?spec.?volumeClaimTemplates.orValue([])) : [object])';

/** Backups, owners, classes of data: what a team agreed on, as regular expressions by annotation. */
export const requiredClaimAnnotations = new Control({
  id: 'required-claim-annotations',
  title: 'Claims carry the annotations that the team agreed on',
  recommendation: '9.2',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  expression: `${CLAIMS}.all(claim, params.annotations.all(name, claim.?metadata.?annotations[?name].optMap(value, value.matches(params.annotations[name])).orValue(false)))`,
  parameters: { annotations: {} },
  message: 'whoever copies or moves volumes does not know what to do with its data',
  remediation: 'set the annotations of the parameter annotations, in the form that it gives',
  references: [],
});
