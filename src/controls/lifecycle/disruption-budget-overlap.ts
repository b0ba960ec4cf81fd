import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { budgetsOf, selectedBy } from './disruption-budgets';

function rivalOf(budget: Manifest, workloads: readonly Manifest[], inventory: Inventory): Manifest | undefined {
  for (const workload of workloads) {
    for (const other of budgetsOf(workload, inventory, budget.namespace)) {
      if (other.name !== budget.name) {
        return other;
      }
    }
  }
  return undefined;
}

/** The API server refuses to evict a pod that two budgets select: its node cannot be drained. */
export const disruptionBudgetOverlap = new InventoryControl({
  id: 'disruption-budget-overlap',
  title: 'A pod has one PodDisruptionBudget',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  kinds: ['policy/PodDisruptionBudget'],
  field: 'spec.selector',
  judge: (manifest, inventory) => {
    const own = selectedBy(manifest, inventory);
    const rival = rivalOf(manifest, own, inventory);
    return {
      outcome: own.length === 0 ? Outcome.NOT_APPLICABLE : rival === undefined ? Outcome.PASSED : Outcome.FAILED,
      faults: [{ path: ['spec', 'selector'], message: `PodDisruptionBudget/${rival?.name} selects the same pods: none of them can be evicted` }],
    };
  },
  message: 'another PodDisruptionBudget selects the same pods: none of them can be evicted',
  remediation: 'keep one of them, or narrow its selector',
  references: [],
});
