import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, Reference, Resolution } from '../reference-judgement';
import { serviceSelector } from './service-selector';

/**
 * A Service looks a named port up in each pod, and leaves out the pods that have none of that name and protocol. A number is not judged: a
 * container may listen on a port that it does not declare.
 */
export const serviceTargetPort = new InventoryControl({
  id: 'service-target-port',
  title: 'Named target ports of Services are ports of their pods',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  kinds: ['Service'],
  field: 'spec.ports',
  judge: (manifest, inventory) => judgeReferences(targetPorts(manifest, inventory), inventory),
  message: 'no pod that it selects has a port of this name: it reaches nothing',
  remediation: 'name the port in the container, or correct targetPort',
  references: [],
});

/** Where the Service selects nothing there is nothing to say: dangling-service says it. */
function targetPorts(manifest: Manifest, inventory: Inventory): readonly Reference[] {
  const selector = serviceSelector(manifest.object);
  const pods = selector === undefined ? [] : inventory.selected(manifest.namespace, selector);
  const ports: readonly JsonObject[] = manifest.object.spec?.ports ?? [];
  return pods.length === 0 ? [] : ports.flatMap(({ targetPort, protocol = 'TCP' }, index) => typeof targetPort !== 'string' ? [] : [{
    resolution: pods.some(pod => hasPort(pod, targetPort, protocol)) ? Resolution.FOUND : Resolution.BROKEN,
    fault: { path: ['spec', 'ports', index, 'targetPort'], message: `no pod that it selects has a ${protocol} port "${targetPort}": it reaches nothing` },
  }]);
}

/** The ports of the containers and of the sidecars, as the EndpointSlice controller reads them. */
function hasPort({ pod }: Manifest, name: string, protocol: string): boolean {
  const { containers = [], initContainers = [] } = pod!.template.spec as JsonObject;
  const lasting: readonly JsonObject[] = [...containers, ...initContainers.filter(({ restartPolicy }: JsonObject) => restartPolicy === 'Always')];
  return lasting.some(({ ports = [] }) => ports.some((port: JsonObject) => port.name === name && (port.protocol ?? 'TCP') === protocol));
}
