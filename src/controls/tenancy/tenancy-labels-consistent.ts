import { namespaceLabels, TENANCY } from './namespace-labels';
import { podLabels } from '../../inventory/inventory';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';

/** An object that claims another tenant than its namespace escapes the policies of both. */
export const tenancyLabelsConsistent = new InventoryControl({
  id: 'tenancy-labels-consistent',
  title: 'Tenancy labels say what the namespace says',
  recommendation: '2.1',
  severity: Severity.HIGH,
  field: 'metadata.labels',
  judge: (manifest, inventory) => {
    const wanted = namespaceLabels(manifest, inventory);
    if (wanted === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const places = [
      { path: ['metadata', 'labels'], labels: manifest.object.metadata?.labels ?? {} },
      // A pod is its own template.
      ...manifest.pod === undefined || manifest.pod.path.length === 0 ? [] : [{ path: [...manifest.pod.path, 'metadata', 'labels'], labels: podLabels(manifest) }],
    ];
    const faults = places.flatMap(({ path, labels }) => TENANCY.filter(label => labels[label] !== undefined && labels[label] !== wanted[label])
      .map(label => ({ path: [...path, label], message: `it says ${label}: ${labels[label]}, and its namespace ${wanted[label] ?? 'nothing of it'}` })));
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'its labels say another tenancy than its namespace',
  remediation: 'take the labels from the namespace',
  references: [Nsa.NAMESPACE],
});
