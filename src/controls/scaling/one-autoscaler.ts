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
  judge: (manifest, inventory) => {
    const rival = rivalsOf(manifest, inventory).find(({ groupKind, name }) => groupKind !== manifest.groupKind || name !== manifest.name);
    return {
      outcome: rival === undefined ? Outcome.PASSED : Outcome.FAILED,
      faults: [{ path: ['spec', 'scaleTargetRef'], message: `${rival?.kind}/${rival?.name} scales the same workload: they undo each other's work` }],
    };
  },
  message: 'another autoscaler scales the same workload: they undo each other\'s work',
  remediation: 'keep one of them',
  references: [],
});
