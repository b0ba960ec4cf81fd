import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, named } from '../reference-judgement';

/** An autoscaler without a target recommends nothing. */
export const danglingVerticalPodAutoscaler = new InventoryControl({
  id: 'dangling-vertical-pod-autoscaler',
  title: 'VerticalPodAutoscalers have a target',
  recommendation: '12.3',
  severity: Severity.LOW,
  kinds: ['autoscaling.k8s.io/VerticalPodAutoscaler'],
  field: 'spec.targetRef',
  judge: (manifest, inventory) => {
    const { apiVersion = '', kind, name } = manifest.object.spec?.targetRef ?? {};
    const group = String(apiVersion).split('/').slice(0, -1).join('/');
    return judgeReferences([named(manifest, inventory, group === '' ? kind : `${group}/${kind}`, name, ['spec', 'targetRef'])], inventory);
  },
  message: 'its target is not there: it sizes nothing',
  remediation: 'correct spec.targetRef',
  references: [],
});
