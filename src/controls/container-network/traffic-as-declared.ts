import { declares } from '../../connectivity/declaration/declared';
import type { Departure, Departures } from '../../connectivity/declaration/departures';
import { grouped } from '../../connectivity/grouped';
import { Inventory } from '../../inventory/inventory';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';

/** Where a manifest says no namespace, this one is meant. */
const DEFAULT = 'default';

/** What is said of a departure, by its direction and how it departs. */
const WORDS: { readonly [which: string]: (departure: Departure) => string } = {
  'ingress open': ({ edge, flow }) => `${edge.source} reaches it on ${flow}, which the app does not declare`,
  'egress open': ({ edge, flow }) => `it reaches ${edge.destination} on ${flow}, which the app does not declare`,
  'ingress closed': ({ edge, flow }) => `the app declares that ${edge.source} reaches it on ${flow}, and something closes that`,
};

const NONE: Departures = { workloads: new Set(), departures: [], misshapen: [] };

function departures(inventory: Inventory) {
  return inventory.once('departures', undefined, () => {
    const found = inventory.manifests.some(declares) ? load().departuresOf(inventory.manifests) : NONE;
    return { ...found, of: grouped(found.departures, ({ workload }) => workload) };
  });
}

/** It is loaded for manifests that declare something only: it takes longer than the control. */
function load() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../connectivity/declaration/departures') as typeof import('../../connectivity/declaration/departures');
}

/**
 * Policies add up: one that somebody adds, a label that two workloads share, or a rule of a mesh opens what nobody meant, and each by itself looks right.
 * So what all policies and the mesh let through together is computed, as `bulwark graph` draws it, and held against what the app declares. Apps of our
 * constructs write their declaration on their policies, in the annotations `cdk8s-bulwark/accepts-from` and `cdk8s-bulwark/allows-to`.
 */
export const trafficAsDeclared = new InventoryControl({
  id: 'traffic-as-declared',
  title: 'What reaches a workload, and what it reaches, is what the app declares',
  recommendation: '5.4',
  severity: Severity.HIGH,
  where: manifest => manifest.pod !== undefined || declares(manifest),
  field: 'metadata.namespace',
  judge: ({ object, namespace, name, kind }, inventory) => {
    const { workloads, of, misshapen } = departures(inventory);
    const wrong = misshapen.find(({ manifest }) => manifest.object === object);
    if (wrong !== undefined) {
      return { outcome: Outcome.FAILED, faults: [{ path: ['metadata', 'annotations'], message: `what it declares of the traffic of its pods cannot be read: ${wrong.message}` }] };
    }
    const id = `${namespace === '' ? DEFAULT : namespace}/${name}[${kind}]`;
    if (!workloads.has(id)) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const own = of.get(id) ?? [];
    // What is closed here may be opened by what is not in the input; what is open here is open.
    const faults = own.filter(({ is }) => is === 'open' || inventory.complete)
      .map(each => ({ path: ['metadata', 'namespace'], message: WORDS[`${each.direction} ${each.is}`](each) }));
    return { outcome: faults.length > 0 ? Outcome.FAILED : own.length > 0 ? Outcome.UNDETERMINED : Outcome.PASSED, faults };
  },
  message: 'what reaches it, or what it reaches, is not what the app declares',
  remediation: 'declare it with allowTo and acceptFrom, or remove the policy, label or rule of the mesh that opens or closes it: bulwark graph shows all edges',
  references: [Nsa.NETWORK_POLICY],
});
