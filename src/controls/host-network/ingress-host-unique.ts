import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Fault, InventoryControl, Outcome } from '../inventory-control';

const INGRESS = 'networking.k8s.io/Ingress';

/** Where each host belongs to one application, a second Ingress for it is a mistake or an attack. ingress-conflict asks for less: the same path too. */
export const ingressHostUnique = new InventoryControl({
  id: 'ingress-host-unique',
  title: 'A host is served by one Ingress',
  recommendation: '9.3',
  severity: Severity.MEDIUM,
  kinds: [INGRESS],
  field: 'spec.rules',
  judge: (manifest, inventory) => {
    const taken = inventory.by('ingress-host', each => each.groupKind === INGRESS ? hostsOf(each) : undefined);
    const faults = hostsOf(manifest).flatMap((host, index): Fault[] => {
      const other = taken.get(host)!.find(({ namespace, name }) => namespace !== manifest.namespace || name !== manifest.name);
      return other === undefined ? [] : [{ path: ['spec', 'rules', index, 'host'], message: `${other.kind} ${other.namespace}/${other.name} serves ${host || 'every host'} too: one takes traffic of the other` }];
    });
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'another Ingress serves the same host: one takes traffic of the other',
  remediation: 'serve the host by one Ingress, with its paths',
  references: [],
});

function hostsOf({ object: { spec } }: Manifest): string[] {
  return (spec?.rules ?? []).map(({ host = '' }: JsonObject) => host);
}
