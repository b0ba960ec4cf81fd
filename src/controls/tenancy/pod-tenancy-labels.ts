import { namespaceLabels, TENANCY } from './namespace-labels';
import { podLabels } from '../../inventory/inventory';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { Subject } from '../subject';

/** Policies of the network, logs and costs see pods, not namespaces. */
export const podTenancyLabels = new InventoryControl({
  id: 'pod-tenancy-labels',
  title: 'Pods carry the tenancy labels of their namespace',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.labels',
  judge: (manifest, inventory) => {
    const wanted = namespaceLabels(manifest, inventory);
    if (wanted === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const labels = podLabels(manifest);
    const missing = TENANCY.filter(label => wanted[label] !== undefined && labels[label] === undefined);
    return {
      outcome: missing.length > 0 ? Outcome.FAILED : Outcome.PASSED,
      faults: [{ path: [...manifest.pod!.path, 'metadata', 'labels'], message: `its pods lack ${missing.join(', ')}` }],
    };
  },
  message: 'what sees pods alone cannot tell whose they are',
  remediation: 'put the labels of the namespace on the pod template',
  references: [Nsa.NAMESPACE],
});
