import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, selecting } from '../reference-judgement';
import { serviceSelector } from './service-selector';

/** A Service that selects nothing is a name that answers nobody. */
export const danglingService = new InventoryControl({
  id: 'dangling-service',
  title: 'Services select pods',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  kinds: ['Service'],
  field: 'spec.selector',
  judge: (manifest, inventory) => {
    const selector = serviceSelector(manifest.object);
    return judgeReferences(selector === undefined ? [] : [selecting(manifest, inventory, selector, ['spec', 'selector'])], inventory);
  },
  message: 'it selects no pod',
  remediation: 'correct spec.selector or the labels of the pods',
  references: [],
});
