import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A claim that is deleted by mistake takes its data along, unless its class retains it. */
export const volumeReclaimPolicy = new Control({
  id: 'volume-reclaim-policy',
  title: 'Volumes outlive their claims',
  recommendation: '15.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'reclaimPolicy',
  kinds: ['storage.k8s.io/StorageClass'],
  expression: 'object.?reclaimPolicy.orValue("Delete") == "Retain"',
  message: 'the data of its volumes is destroyed with their claims',
  remediation: 'set reclaimPolicy to Retain',
  references: [],
});
