import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The claim itself, or those that a StatefulSet makes. */
const CLAIMS = '(object.kind == "StatefulSet" ? dyn(object.?spec.?volumeClaimTemplates.orValue([])) : [object])';

/** With ReadWriteOnce every pod of a node may mount the volume; ReadWriteOncePod keeps it to one. */
export const claimAccessMode = new Control({
  id: 'claim-access-mode',
  title: 'Claims are for one pod, or as the team allows',
  recommendation: '9.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  expression: `${CLAIMS}.all(claim, claim.?spec.?accessModes.orValue([]).all(mode, mode in params.allowed))`,
  parameters: { allowed: ['ReadWriteOncePod'] },
  message: 'pods that need not share its data may mount it',
  remediation: 'set accessModes to one of the parameter allowed',
  references: [],
});
