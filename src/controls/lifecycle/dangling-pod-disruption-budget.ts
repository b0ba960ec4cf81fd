import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, selecting } from '../reference-judgement';

/** A budget that selects nothing lets a drain take every replica at once. */
export const danglingPodDisruptionBudget = new InventoryControl({
  id: 'dangling-pod-disruption-budget',
  title: 'PodDisruptionBudgets select pods',
  recommendation: '11.1',
  severity: Severity.LOW,
  kinds: ['policy/PodDisruptionBudget'],
  field: 'spec.selector',
  judge: (manifest, inventory) => {
    const selector = manifest.object.spec?.selector;
    return judgeReferences(selector === undefined ? [] : [selecting(manifest, inventory, selector, ['spec', 'selector'])], inventory);
  },
  message: 'it selects no pod: a drain can take every replica at once',
  remediation: 'correct spec.selector or the labels of the pods',
  references: [],
});
