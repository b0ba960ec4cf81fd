import { Workload } from './endpoint';
import { ALL_TCP } from './permission';
import { PortSet } from './port-set';
import { Behind, itemsOf, PortOfService, Services } from './services';
import { JsonObject, Manifest } from '../inventory/manifest';

/** A Service that an Ingress, or a Route of OpenShift, leads to. */
export interface Backend { readonly service: string; readonly port?: PortOfService }

/** What whoever routes requests into the cluster is told to reach. Requests come with TCP. */
export function exposedBy(manifests: readonly Manifest[], services: Services): Behind[] {
  const ports = new Map<Workload, PortSet>();
  for (const manifest of manifests) {
    for (const behind of backendsOf(manifest).flatMap(({ service, port }) => services.behind(manifest.namespace, service, port))) {
      ports.set(behind.workload, (ports.get(behind.workload) ?? PortSet.NONE).or(behind.ports.and(ALL_TCP)));
    }
  }
  return [...ports].map(([workload, all]) => ({ workload, ports: all }));
}

export const INGRESS = 'networking.k8s.io/Ingress';
export const ROUTE = 'route.openshift.io/Route';

export function backendsOf({ groupKind, object: { spec = {} } }: Manifest): Backend[] {
  if (groupKind === ROUTE) {
    return [spec.to, ...itemsOf(spec.alternateBackends)].filter(to => to?.name !== undefined)
      .map(({ name }: JsonObject) => ({ service: name, port: portOf(spec.port?.targetPort, 'name', 'targetPort') }));
  }
  if (groupKind !== INGRESS) {
    return [];
  }
  const paths = itemsOf(spec.rules).flatMap(rule => itemsOf(rule.http?.paths));
  return [spec.defaultBackend, ...paths.map(({ backend }) => backend)].filter(backend => backend?.service !== undefined)
    .map(({ service: { name, port = {} } }: JsonObject) => ({ service: name, port: portOf(port.name ?? port.number, 'name', 'port') }));
}

/** Nothing where a Service has but one, and nobody says which. */
function portOf(value: string | number | undefined, ...by: string[]): PortOfService | undefined {
  return value === undefined ? undefined : { value, by };
}
