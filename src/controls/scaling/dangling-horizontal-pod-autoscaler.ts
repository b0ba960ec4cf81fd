import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, named } from '../reference-judgement';

/** An autoscaler without a target scales nothing. */
export const danglingHorizontalPodAutoscaler = new InventoryControl({
  id: 'dangling-horizontal-pod-autoscaler',
  title: 'HorizontalPodAutoscalers have a target',
  recommendation: '14.1',
  severity: Severity.MEDIUM,
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  field: 'spec.scaleTargetRef',
  judge: (manifest, inventory) => {
    const { apiVersion = '', kind, name } = manifest.object.spec?.scaleTargetRef ?? {};
    const group = String(apiVersion).split('/').slice(0, -1).join('/');
    return judgeReferences([named(manifest, inventory, group === '' ? kind : `${group}/${kind}`, name, ['spec', 'scaleTargetRef'])], inventory);
  },
  message: 'its target is not there: it scales nothing',
  remediation: 'correct spec.scaleTargetRef',
  references: [],
});
