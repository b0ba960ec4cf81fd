import { selectedBy } from './disruption-budgets';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { replicasOf } from '../scaling/replicas';

/** Kinds whose pods can be counted without knowing the cluster. */
const COUNTED = ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', 'ReplicationController', 'argoproj.io/Rollout', 'apps.openshift.io/DeploymentConfig'];

/** How many pods a number or percentage asks for, of so many. Parts are rounded up, as the controller does. */
function required(minAvailable: number | string, of: number): number {
  return typeof minAvailable === 'number' ? minAvailable : Math.ceil(Number(minAvailable.replace('%', '')) * of / 100);
}

/** A budget that requires as many pods as there are allows no eviction. Those that an autoscaler has at its minimum count. */
export const disruptionBudgetMinimum = new InventoryControl({
  id: 'disruption-budget-minimum',
  title: 'PodDisruptionBudgets require fewer pods than there are',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  kinds: ['policy/PodDisruptionBudget'],
  field: 'spec.minAvailable',
  judge: (manifest, inventory) => {
    const { minAvailable } = manifest.object.spec ?? {};
    const workloads = selectedBy(manifest, inventory);
    if (minAvailable === undefined || minAvailable === '100%' || workloads.length === 0) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const replicas = workloads.map(workload => replicasOf(workload, inventory));
    const pods = Math.max(1, replicas.reduce((sum, { least }) => sum + least, 0));
    if (required(minAvailable, pods) < pods) {
      return { outcome: Outcome.PASSED };
    }
    const known = workloads.every(({ groupKind }) => COUNTED.includes(groupKind)) && !replicas.some(({ open }) => open);
    return {
      outcome: known ? Outcome.FAILED : Outcome.UNDETERMINED,
      faults: [{ path: ['spec', 'minAvailable'], message: `it requires ${minAvailable} of ${pods}: none may be evicted, and nodes cannot be drained or upgraded` }],
    };
  },
  message: 'it requires as many pods as there are: none may be evicted, and nodes cannot be drained or upgraded',
  remediation: 'set maxUnavailable to 1 instead of minAvailable, or run more replicas',
  references: [],
});
