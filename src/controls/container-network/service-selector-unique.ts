import { labelSelectorKey } from '../../inventory/label-selector';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';
import { serviceSelector } from './service-selector';

/** Two Services for the same pods are mostly a copy whose selector nobody changed. A headless one beside another is how a StatefulSet is reached. */
export const serviceSelectorUnique = new InventoryControl({
  id: 'service-selector-unique',
  title: 'No two Services select by the same labels',
  recommendation: '5.4',
  severity: Severity.LOW,
  kinds: ['Service'],
  field: 'spec.selector',
  judge: (manifest, inventory) => {
    const selector = serviceSelector(manifest.object);
    if (selector === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const [key, isHeadless] = [labelSelectorKey(selector), headless(manifest.object)];
    const other = inventory.ofKind('Service', manifest.namespace).find(({ name, object }) => {
      const theirs = serviceSelector(object);
      return name !== manifest.name && theirs !== undefined && headless(object) === isHeadless && labelSelectorKey(theirs) === key;
    });
    return {
      outcome: other === undefined ? Outcome.PASSED : Outcome.FAILED,
      faults: [{ path: ['spec', 'selector'], message: `Service ${other?.name} selects the same pods: one of them is a copy that was not changed` }],
    };
  },
  message: 'another Service selects the same pods: one of them is a copy that was not changed',
  remediation: 'select by what tells the pods apart, or remove one of the two',
  references: [],
});

function headless({ spec }: { readonly spec?: { readonly clusterIP?: unknown } }): boolean {
  return spec?.clusterIP === 'None';
}
