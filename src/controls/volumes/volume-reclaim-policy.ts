import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A claim that is deleted by mistake takes its data along. */
export const volumeReclaimPolicy = new Control({
  id: 'volume-reclaim-policy',
  title: 'Volumes outlive their claims',
  recommendation: '15.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'reclaimPolicy',
  kinds: ['storage.k8s.io/StorageClass', 'PersistentVolume'],
  expression: '(object.kind == "StorageClass" ? object.?reclaimPolicy.orValue("Delete") : object.spec.?persistentVolumeReclaimPolicy.orValue("Retain")) == "Retain"',
  message: 'its data is destroyed with its claim',
  remediation: 'set the reclaim policy to Retain',
  references: [],
});
