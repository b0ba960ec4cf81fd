import { partlyKnown } from './unknown';
import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';

/** The label that every namespace gets from the API server: its name. */
export const METADATA_NAME = 'kubernetes.io/metadata.name';

const NAME = 'namespaceObject';

/** The labels of a namespace in the input, with the one that the API server adds. Nothing where it is not in the input. */
export function namespaceLabels(name: string, inventory: Inventory): { readonly [label: string]: string } | undefined {
  const found = manifestOf(name, inventory);
  return found === undefined ? undefined : { ...found.object.metadata?.labels, [METADATA_NAME]: name };
}

/**
 * What an expression sees as `namespaceObject`: the namespace in the input, else what its name tells. Where the object names none, nothing is known.
 *
 * @param name empty where no namespace is written
 */
export function namespaceObject(name: string, inventory: Inventory): JsonObject {
  if (name === '') {
    return partlyKnown({}, NAME);
  }
  const found = manifestOf(name, inventory);
  if (found === undefined) {
    const labels = partlyKnown({ [METADATA_NAME]: name }, `${NAME}.metadata.labels`);
    return partlyKnown({ metadata: partlyKnown({ name, labels }, `${NAME}.metadata`) }, NAME);
  }
  const { metadata, spec } = found.object;
  return {
    metadata: { ...metadata, labels: namespaceLabels(name, inventory) },
    spec: spec ?? { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

function manifestOf(name: string, inventory: Inventory): Manifest | undefined {
  return name === '' ? undefined : inventory.find('Namespace', undefined, name);
}
