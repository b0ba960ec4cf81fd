import { podLabels } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { TENANCY_LABELS } from '../../model/tenancy-labels';
import { InventoryControl, Outcome } from '../inventory-control';

const onObject = ({ object }: Manifest): string | undefined => object.metadata?.labels?.[TENANCY_LABELS.environment];
const environmentOf = (manifest: Manifest): string | undefined => onObject(manifest) ?? podLabels(manifest)[TENANCY_LABELS.environment];

/**
 * What is being tried must not share quotas, secrets and networks with what users depend on. Where the namespace says its environment,
 * `tenancy-labels-consistent` holds all others to it.
 */
export const oneEnvironment = new InventoryControl({
  id: 'one-environment',
  title: 'A namespace holds one environment',
  recommendation: '1.2',
  severity: Severity.HIGH,
  field: 'metadata.labels',
  judge: (manifest, inventory) => {
    const { namespace } = manifest;
    const own = environmentOf(manifest);
    const said = inventory.find('Namespace', '', namespace);
    if (own === undefined || namespace === '' || said !== undefined && environmentOf(said) !== undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const [first] = inventory.by('environment', neighbour => environmentOf(neighbour) === undefined ? undefined : neighbour.namespace).get(namespace)!;
    if (environmentOf(first) === own) {
      return { outcome: Outcome.PASSED };
    }
    const place = onObject(manifest) === undefined ? manifest.pod!.path : [];
    return {
      outcome: Outcome.FAILED,
      faults: [{
        path: [...place, 'metadata', 'labels', TENANCY_LABELS.environment],
        message: `it is of ${own}, and ${first.kind}/${first.name} beside it of ${environmentOf(first)}`,
      }],
    };
  },
  message: 'another environment is in its namespace',
  remediation: 'give each environment a namespace of its own',
  references: [Nsa.NAMESPACE],
});
