import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { budgetsOf } from './disruption-budgets';
import { judgeReferences, lookUp } from '../reference-judgement';
import { replicasOf } from '../scaling/replicas';

/** Without a budget a drain may take every replica at once. */
export const disruptionBudgetPresent = new InventoryControl({
  id: 'disruption-budget-present',
  title: 'Workloads with replicas have a PodDisruptionBudget',
  recommendation: '11.1',
  severity: Severity.LOW,
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'argoproj.io/Rollout'],
  field: 'spec.replicas',
  judge: (manifest, inventory) => {
    if (manifest.pod === undefined || !(replicasOf(manifest, inventory).most > 1)) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    return judgeReferences([{
      resolution: lookUp(manifest.namespace, where => budgetsOf(manifest, inventory, where).next().done !== true),
      fault: { path: ['spec', 'replicas'] },
    }], inventory);
  },
  message: 'a drain may take every replica at once',
  remediation: 'add a PodDisruptionBudget with maxUnavailable: 1 that selects its pods',
  references: [],
});
