import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { autoscalersOf } from './autoscalers';

/** What nothing scales stands still when the load grows, and idles when it falls. */
export const autoscalerPresent = new InventoryControl({
  id: 'autoscaler-present',
  title: 'Workloads have an autoscaler',
  recommendation: '14.1',
  severity: Severity.LOW,
  kinds: ['apps/Deployment', 'argoproj.io/Rollout'],
  field: 'spec.replicas',
  judge: (manifest, inventory) => ({
    outcome: autoscalersOf(manifest, inventory).length > 0 ? Outcome.PASSED : inventory.complete ? Outcome.FAILED : Outcome.UNDETERMINED,
  }),
  message: 'nothing scales it when the load grows or falls',
  remediation: 'add a HorizontalPodAutoscaler or a ScaledObject for it',
  references: [],
});
