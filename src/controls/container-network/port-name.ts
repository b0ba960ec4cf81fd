import { JsonObject, Manifest } from '../../inventory/manifest';
import { containersOf, POD_TEMPLATE_GROUP_KINDS } from '../../model/pod-template';
import { Severity } from '../../model/severity';
import { Fault, InventoryControl, Outcome } from '../inventory-control';

/** As IANA has it for services: at most 15 lower-case letters, digits and single hyphens within, one of them a letter. */
const NAME = /^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/;

const isPort = (value: unknown) => typeof value === 'bigint' || typeof value === 'number' ? Number.isInteger(Number(value)) && value >= 1 && value <= 65535 : false;

/** The API server refuses such a port, but only when the object comes to it: in a manifest it stands until then. */
export const portName = new InventoryControl({
  id: 'port-name',
  title: 'Ports of containers and Services have numbers and names that Kubernetes accepts',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  kinds: ['Service', ...POD_TEMPLATE_GROUP_KINDS],
  judge: manifest => {
    const faults = manifest.groupKind === 'Service' ? ofService(manifest.object) : ofContainers(manifest);
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'it has a port that the API server refuses',
  remediation: 'number ports from 1 to 65535, and name each with at most 15 lower-case letters, digits and hyphens',
  references: [],
});

function ofService({ spec }: JsonObject): Fault[] {
  return entries(spec?.ports).flatMap(([index, { targetPort }]) =>
    targetPort === undefined || isPort(targetPort) || typeof targetPort === 'string' && NAME.test(targetPort) ? []
      : [{ path: ['spec', 'ports', index, 'targetPort'], message: `"${targetPort}" is neither a number of a port nor a name of one` }]);
}

function ofContainers({ pod }: Manifest): Fault[] {
  return pod === undefined ? [] : containersOf(pod.template.spec).flatMap(({ list, index, container }) => {
    const ports = entries(container.ports);
    return ports.flatMap(([position, { containerPort, name }]) => {
      const path = [...pod.path, 'spec', list, index, 'ports', position];
      const twice = name !== undefined && ports.some(([other, port]) => other < position && port.name === name);
      return [
        ...isPort(containerPort) ? [] : [{ path: [...path, 'containerPort'], message: `"${containerPort ?? ''}" is no number of a port` }],
        ...name === undefined || NAME.test(String(name)) && !twice ? []
          : [{ path: [...path, 'name'], message: twice ? `another port of the container is named "${name}"` : `"${name}" is no name of a port` }],
      ];
    });
  });
}

function entries(list: unknown): [number, JsonObject][] {
  return Array.isArray(list) ? [...list.entries()].filter(([, entry]) => typeof entry === 'object' && entry !== null) : [];
}
