import { Workload } from './endpoint';
import { PortSet } from './port-set';
import { LabelSelector, matchesLabels } from '../inventory/label-selector';
import { JsonObject, Manifest } from '../inventory/manifest';

/** A workload that is behind an Ingress, or a Route of OpenShift, and the ports there. */
export interface Exposed { readonly workload: Workload; readonly ports: PortSet }

/** A port of a Service; nothing where it has but one. */
interface Backend {
  readonly namespace: string;
  readonly service: string;
  readonly port?: string | number;

  /** The fields of the port that it may be the value of. */
  readonly by: readonly string[];
}

/** What whoever routes requests into the cluster is told to reach. */
export function exposedBy(manifests: readonly Manifest[], workloads: readonly Workload[]): Exposed[] {
  const services = new Map(manifests.filter(({ groupKind }) => groupKind === 'Service').map(service => [`${service.namespace}/${service.name}`, service]));
  const ports = new Map<Workload, PortSet>();
  for (const { namespace, service, port, by } of manifests.flatMap(backendsOf)) {
    const found = services.get(`${namespace}/${service}`)?.object.spec ?? {};
    for (const workload of selectedBy(found.selector, namespace, workloads)) {
      const all = listOf(found.ports);
      const reached = all.filter(each => port === undefined || by.some(field => each[field] === port));
      const targets = reached.map(each => targetOf(each, workload));
      ports.set(workload, targets.reduce((union, each) => union.or(each), ports.get(workload) ?? PortSet.NONE));
    }
  }
  return [...ports].map(([workload, all]) => ({ workload, ports: all }));
}

function backendsOf({ groupKind, namespace, object: { spec = {} } }: Manifest): Backend[] {
  if (groupKind === 'route.openshift.io/Route') {
    return [spec.to, ...listOf(spec.alternateBackends)].filter(to => to?.name !== undefined)
      .map(({ name }: JsonObject) => ({ namespace, service: name, port: spec.port?.targetPort, by: ['name', 'targetPort'] }));
  }
  if (groupKind !== 'networking.k8s.io/Ingress') {
    return [];
  }
  const paths = listOf(spec.rules).flatMap((rule: JsonObject) => listOf(rule?.http?.paths));
  return [spec.defaultBackend, ...paths.map(({ backend }) => backend)].filter(backend => backend?.service !== undefined)
    .map(({ service: { name, port = {} } }: JsonObject) => ({ namespace, service: name, port: port.name ?? port.number, by: ['name', 'port'] }));
}

/** A Service without a selector has endpoints of somebody else's. */
function selectedBy(matchLabels: LabelSelector['matchLabels'], namespace: string, workloads: readonly Workload[]): readonly Workload[] {
  return Object.keys(matchLabels ?? {}).length === 0 ? []
    : workloads.filter(workload => workload.namespace === namespace && matchesLabels({ matchLabels }, workload.labels));
}

/** What is no list exposes nothing: the API server refuses it. */
const listOf = (value: unknown): readonly JsonObject[] => Array.isArray(value) ? value.filter(each => each !== null) : [];

/** Requests come with TCP. */
function targetOf({ port, targetPort = port }: JsonObject, { ports }: Workload): PortSet {
  const target = typeof targetPort === 'number' ? targetPort : ports.find(({ name, protocol }) => name === targetPort && protocol === 'TCP')?.port;
  return target === undefined ? PortSet.NONE : PortSet.of('TCP', target);
}
