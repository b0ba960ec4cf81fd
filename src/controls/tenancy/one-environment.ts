import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { TENANCY_LABELS } from '../../model/tenancy-labels';
import { InventoryControl, Outcome } from '../inventory-control';

/** An object's own environment; a namespace is in itself. */
const environmentOf = ({ object }: Manifest): string | undefined => object.metadata?.labels?.[TENANCY_LABELS.environment];
const spaceOf = (manifest: Manifest) => manifest.groupKind === 'Namespace' ? manifest.name : manifest.namespace;

/** What is being tried must not share quotas, secrets and networks with what users depend on. */
export const oneEnvironment = new InventoryControl({
  id: 'one-environment',
  title: 'A namespace holds one environment',
  recommendation: '1.2',
  severity: Severity.HIGH,
  field: 'metadata.labels',
  judge: (manifest, inventory) => {
    const own = environmentOf(manifest);
    if (own === undefined || spaceOf(manifest) === '') {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    // The first is the namespace itself where it is there: what differs from it is out of place.
    const neighbours = inventory.by('environment', neighbour => environmentOf(neighbour) === undefined ? undefined : spaceOf(neighbour)).get(spaceOf(manifest))!;
    const reference = inventory.find('Namespace', '', spaceOf(manifest)) ?? neighbours[0];
    const expected = environmentOf(reference) ?? environmentOf(neighbours[0]);
    return {
      outcome: expected === own ? Outcome.PASSED : Outcome.FAILED,
      faults: [{
        path: ['metadata', 'labels', TENANCY_LABELS.environment],
        message: `it is of ${own}, and ${reference.kind}/${reference.name} is of ${expected}`,
      }],
    };
  },
  message: 'environments share its namespace',
  remediation: 'give each environment a namespace of its own',
  references: [Nsa.NAMESPACE],
});
