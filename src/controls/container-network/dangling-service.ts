import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences } from '../reference-judgement';

/** A Service that selects nothing is a name that answers nobody. */
export const danglingService = new InventoryControl({
  id: 'dangling-service',
  title: 'Services select pods',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  kinds: ['Service'],
  field: 'spec.selector',
  judge: (manifest, inventory) => {
    const selector = manifest.object.spec?.selector === undefined || manifest.object.spec.type === 'ExternalName' ? undefined : { matchLabels: manifest.object.spec.selector };
    return judgeReferences(selector === undefined ? [] : [{
      resolved: inventory.selected(manifest.namespace, selector).length > 0,
      fault: { path: ['spec', 'selector'] },
    }], inventory);
  },
  message: 'it selects no pod',
  remediation: 'correct spec.selector or the labels of the pods',
  references: [],
});
