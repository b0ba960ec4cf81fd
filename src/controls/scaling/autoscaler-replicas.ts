import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { autoscalersOf } from './autoscalers';

/** Each deployment sets the replicas back to what is written, at the worst of times. */
export const autoscalerReplicas = new InventoryControl({
  id: 'autoscaler-replicas',
  title: 'What is scaled automatically states no replicas',
  recommendation: '14.1',
  severity: Severity.MEDIUM,
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'argoproj.io/Rollout'],
  field: 'spec.replicas',
  judge: (manifest, inventory) => {
    const [autoscaler] = autoscalersOf(manifest, inventory);
    return {
      outcome: autoscaler === undefined ? Outcome.NOT_APPLICABLE : manifest.object.spec?.replicas === undefined ? Outcome.PASSED : Outcome.FAILED,
      faults: [{ path: ['spec', 'replicas'], message: `each rollout undoes what ${autoscaler?.kind}/${autoscaler?.name} did` }],
    };
  },
  message: 'each rollout undoes what its autoscaler did',
  remediation: 'remove spec.replicas',
  references: [],
});
