import { replicasOf } from './replicas';
import { podLabels } from '../../inventory/inventory';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';

/** Whether the pods are kept apart. A constraint without a selector counts no pods, and one for other pods not these. */
function isSpread(manifest: Manifest): boolean {
  const { affinity, topologySpreadConstraints = [] }: JsonObject = manifest.pod!.template.spec;
  const { requiredDuringSchedulingIgnoredDuringExecution: required = [], preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } =
    affinity?.podAntiAffinity ?? {};
  const terms: JsonObject[] = [
    ...topologySpreadConstraints, ...required, ...preferred.map((preference: JsonObject) => preference.podAffinityTerm ?? {}),
  ];
  return terms.some(({ labelSelector }) => labelSelector !== undefined && matchesLabels(labelSelector, podLabels(manifest)));
}

/** Replicas on one node are lost together. */
export const topologySpread = new InventoryControl({
  id: 'topology-spread',
  title: 'Replicas are spread over nodes',
  recommendation: '12.3',
  severity: Severity.LOW,
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'argoproj.io/Rollout'],
  field: 'spec.template.spec.topologySpreadConstraints',
  judge: (manifest, inventory) => {
    const applies = manifest.pod !== undefined && replicasOf(manifest, inventory).most > 1;
    return { outcome: !applies ? Outcome.NOT_APPLICABLE : isSpread(manifest) ? Outcome.PASSED : Outcome.FAILED };
  },
  message: 'its replicas may all be on the node that fails',
  remediation: 'add topologySpreadConstraints that select its pods, over kubernetes.io/hostname and topology.kubernetes.io/zone',
  references: [],
});
