import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { budgetsOf } from './disruption-budgets';
import { judgeReferences, Resolution } from '../reference-judgement';

/** Without a budget a drain may take every replica at once. */
export const disruptionBudgetPresent = new InventoryControl({
  id: 'disruption-budget-present',
  title: 'Workloads with replicas have a PodDisruptionBudget',
  recommendation: '11.1',
  severity: Severity.LOW,
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'argoproj.io/Rollout'],
  field: 'spec.replicas',
  judge: (manifest, inventory) => {
    if (!((manifest.object.spec?.replicas ?? 1) > 1)) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    return judgeReferences([{
      resolution: budgetsOf(manifest, inventory).length > 0 ? Resolution.FOUND : Resolution.MISSING,
      fault: { path: ['spec', 'replicas'] },
    }], inventory);
  },
  message: 'a drain may take every replica at once',
  remediation: 'add a PodDisruptionBudget with maxUnavailable: 1 that selects its pods',
  references: [],
});
