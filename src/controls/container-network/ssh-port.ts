import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { containersOf } from '../../model/pod-template';
import { Severity } from '../../model/severity';
import { Fault, InventoryControl, Outcome } from '../inventory-control';
import { Subject } from '../subject';
import { serviceSelector } from './service-selector';

const SSH: readonly unknown[] = [22, 2222];

/** A shell in a container is for whoever has a key, and nobody records it. */
export const sshPort = new InventoryControl({
  id: 'ssh-port',
  title: 'Containers offer no SSH',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.containers',
  judge: (manifest, inventory) => {
    const faults = [...ofContainers(manifest), ...ofServices(manifest, inventory)];
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'people get in past the roles and the audit of the cluster',
  remediation: 'use kubectl exec or kubectl debug, which ask for a role and are recorded',
  references: [],
});

function ofContainers({ pod }: Manifest): Fault[] {
  return [...containersOf(pod!.template.spec as JsonObject)].flatMap(({ list, index, container }) => ((container.ports ?? []) as JsonObject[])
    .flatMap(({ containerPort }, port): Fault[] => !SSH.includes(containerPort) ? []
      : [{ path: [...pod!.path, 'spec', list, index, 'ports', port, 'containerPort'] }]));
}

/** A Service may lead to a port that no container declares. */
function ofServices(manifest: Manifest, inventory: Inventory): Fault[] {
  return (services(inventory).get(manifest) ?? []).map((name): Fault => ({
    path: [...manifest.pod!.path, 'spec', 'containers'],
    message: `Service ${name} leads to a port of SSH: people get in past the roles and the audit of the cluster`,
  }));
}

/** The names of the Services that lead to such a port, by workload. */
function services(inventory: Inventory): ReadonlyMap<Manifest, readonly string[]> {
  return inventory.once('services of SSH', undefined, () => {
    const found = new Map<Manifest, string[]>();
    for (const { namespace, name, object } of inventory.ofKind('Service')) {
      const [selector, ports] = [serviceSelector(object), (object.spec?.ports ?? []) as JsonObject[]];
      const leadsToIt = ports.some(({ port, targetPort = port }) => SSH.includes(targetPort));
      (selector !== undefined && leadsToIt ? inventory.selected(namespace, selector) : [])
        .forEach(workload => found.set(workload, [...found.get(workload) ?? [], name]));
    }
    return found;
  });
}
