import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { serviceSelector } from '../container-network/service-selector';
import { InventoryControl, Outcome } from '../inventory-control';
import { Subject } from '../subject';

/** A Service that something opens to the outside, and what does. */
interface Opened { readonly service: string; readonly by: Manifest }

/** How each kind opens Services: the namespaces and names that it leads to. */
const OPENERS: { readonly [groupKind: string]: (manifest: Manifest) => readonly string[] } = {
  'Service': ({ namespace, name, object: { spec } }) =>
    ['NodePort', 'LoadBalancer'].includes(spec?.type) || (spec?.externalIPs ?? []).length > 0 ? [`${namespace}/${name}`] : [],
  'networking.k8s.io/Ingress': ({ namespace, object: { spec } }) =>
    [spec?.defaultBackend, ...(spec?.rules ?? []).flatMap(({ http }: JsonObject) => (http?.paths ?? []).map(({ backend }: JsonObject) => backend))]
      .flatMap(backend => backend?.service?.name === undefined ? [] : [`${namespace}/${backend.service.name}`]),
  ...Object.fromEntries(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(kind => [`gateway.networking.k8s.io/${kind}`, routed])),
  'networking.istio.io/VirtualService': ({ namespace, object: { spec } }) => (spec?.gateways ?? []).every((gateway: string) => gateway === 'mesh') ? []
    : ['http', 'tls', 'tcp'].flatMap(protocol => (spec[protocol] ?? []).flatMap(({ route = [] }: JsonObject) => route))
      .map(({ destination }: JsonObject) => String(destination?.host ?? '').split('.')).map(([name, own = namespace]) => `${own}/${name}`),
};

/** Whoever opens a workload to the outside should have meant it: an acknowledgement says who did. */
export const exposedWorkload = new InventoryControl({
  id: 'exposed-workload',
  title: 'No workload is reached from outside of the cluster',
  recommendation: '4.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.name',
  judge: (manifest, inventory) => {
    const opener = openers(inventory).get(manifest)?.by;
    return {
      outcome: opener !== undefined ? Outcome.FAILED : inventory.complete ? Outcome.PASSED : Outcome.UNDETERMINED,
      faults: [{ path: ['metadata', 'name'], message: `${opener?.kind} ${opener?.name} opens it to the outside of the cluster` }],
    };
  },
  message: 'it is open to the outside of the cluster',
  remediation: 'acknowledge it with the reason, or take it out of the Service, Ingress or route',
  references: [],
});

/** The workloads that are open to the outside, each with the first that opens it. */
function openers(inventory: Inventory): ReadonlyMap<Manifest, Opened> {
  return inventory.once('exposed workloads', undefined, () => {
    const opened = Object.entries(OPENERS).flatMap(([kind, servicesOf]) => inventory.ofKind(kind)
      .flatMap((by): Opened[] => servicesOf(by).map(service => ({ service, by }))));
    return new Map(opened.reverse().flatMap(each => workloadsOf(each, inventory).map((workload): [Manifest, Opened] => [workload, each])));
  });
}

function workloadsOf({ service }: Opened, inventory: Inventory): readonly Manifest[] {
  const [namespace, name] = service.split('/');
  // What names no namespace goes with what it refers to.
  const found = inventory.find('Service', namespace, name) ?? (namespace === '' ? inventory.find('Service', undefined, name) : undefined);
  const selector = serviceSelector(found?.object ?? {});
  return selector === undefined ? [] : inventory.selected(found!.namespace === '' ? undefined : found!.namespace, selector);
}

function routed({ namespace, object: { spec } }: Manifest): string[] {
  return (spec?.rules ?? []).flatMap(({ backendRefs = [] }: JsonObject) => backendRefs)
    .map(({ name, namespace: own = namespace }: JsonObject) => `${own}/${name}`);
}
