import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Data goes with its owner unless somebody keeps it. */
export const claimRetention = new Control({
  id: 'claim-retention',
  title: 'Volumes of StatefulSets are retained',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.persistentVolumeClaimRetentionPolicy',
  kinds: ['apps/StatefulSet'],
  expression: '["whenDeleted", "whenScaled"].all(event, object.?spec.?persistentVolumeClaimRetentionPolicy[?event].orValue("Retain") == "Retain")',
  message: 'its data is destroyed when it is deleted or scaled down',
  remediation: 'set persistentVolumeClaimRetentionPolicy to Retain, for whenDeleted and whenScaled',
  references: [],
});
