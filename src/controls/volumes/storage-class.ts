import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The claim itself, or those that a StatefulSet makes. */
const CLAIMS = '(object.kind == "StatefulSet" ? dyn(object.?spec.?volumeClaimTemplates.orValue([])) : [object])';

/** The class says whether data is encrypted, copied and kept. Without the parameter any class will do. */
export const storageClass = new Control({
  id: 'storage-class',
  title: 'Claims name a storage class that the team allows',
  recommendation: '9.2',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  expression: `${CLAIMS}.all(claim, size(params.allowed) > 0 ? claim.?spec.?storageClassName.orValue("") in params.allowed : claim.?spec.?storageClassName.orValue("") != "")`,
  parameters: { allowed: [] },
  message: 'its data lies in whichever class is the default, or in one that the team does not allow',
  remediation: 'set storageClassName to a class of the parameter allowed',
  references: [],
});
