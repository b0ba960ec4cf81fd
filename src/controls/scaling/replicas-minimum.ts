import { autoscalersOf } from './autoscalers';
import { replicasOf } from './replicas';
import { Severity } from '../../model/severity';
import { TENANCY_LABELS } from '../../model/tenancy-labels';
import { InventoryControl, Outcome } from '../inventory-control';
import { namespaceLabels } from '../tenancy/namespace-labels';

/** One replica is none while its node is drained. What says that it is not of production may be away, and so may what is switched off. */
export const replicasMinimum = new InventoryControl({
  id: 'replicas-minimum',
  title: 'Workloads in production have two replicas',
  recommendation: '14.1',
  severity: Severity.LOW,
  kinds: ['apps/Deployment', 'argoproj.io/Rollout'],
  field: 'spec.replicas',
  judge: (manifest, inventory) => {
    const labels = { ...namespaceLabels(manifest, inventory), ...manifest.object.metadata?.labels };
    const { least, open } = replicasOf(manifest, inventory);
    const isOf = (labels[TENANCY_LABELS.environment] ?? 'prod') === 'prod' && autoscalersOf(manifest, inventory).length === 0 && least !== 0;
    return { outcome: !isOf ? Outcome.NOT_APPLICABLE : open ? Outcome.UNDETERMINED : least >= 2 ? Outcome.PASSED : Outcome.FAILED };
  },
  message: 'it is away whenever its node is drained',
  remediation: 'set replicas to 2, or scale it',
  references: [],
});
