import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { AUTOSCALERS, rivalsOf } from './autoscalers';

/** Two that scale the same workload undo each other's work. */
export const oneAutoscaler = new InventoryControl({
  id: 'one-autoscaler',
  title: 'A workload has one autoscaler',
  recommendation: '14.1',
  severity: Severity.MEDIUM,
  kinds: AUTOSCALERS,
  field: 'spec.scaleTargetRef',
  judge: (manifest, inventory) => ({ outcome: rivalsOf(manifest, inventory).length > 1 ? Outcome.FAILED : Outcome.PASSED }),
  message: 'another autoscaler scales the same workload: they undo each other\'s work',
  remediation: 'keep one of them',
  references: [],
});
