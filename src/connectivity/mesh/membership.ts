import { MeshKind } from '../../model/mesh-kind';
import { addressesOf, AddressRange } from '../address-range';
import { Workload } from '../endpoint';

const DATA_PLANE = 'istio.io/dataplane-mode';
const INJECTION = 'istio-injection';
const REVISION = 'istio.io/rev';
const SIDECAR = 'sidecar.istio.io/inject';
const LINKERD = 'linkerd.io/inject';

/** Proxies that stand in the manifests already, as in those of a cluster that runs. */
const PROXIES: { readonly [container: string]: MeshKind } = { 'istio-proxy': MeshKind.ISTIO_SIDECAR, 'linkerd-proxy': MeshKind.LINKERD };

/** The mesh that takes hold of a workload's pods, as its namespace says and its pods may say otherwise. Pods on the network of their node are in none. */
export function meshOf(workload: Workload): MeshKind {
  if (workload.hostNetwork) {
    return MeshKind.NONE;
  }
  const proxy = workload.containers.find(name => Object.hasOwn(PROXIES, name));
  return proxy !== undefined ? PROXIES[proxy]
    : hasSidecar(workload) ? MeshKind.ISTIO_SIDECAR
      : isAmbient(workload) ? MeshKind.ISTIO_AMBIENT
        : isInLinkerd(workload) ? MeshKind.LINKERD : MeshKind.NONE;
}

/** A namespace that says no, cannot be overruled; one that says nothing, can. */
function hasSidecar({ labels, annotations, namespaceLabels }: Workload): boolean {
  const own = labels[SIDECAR] ?? annotations[SIDECAR];
  const wanted = namespaceLabels[INJECTION] === 'enabled' || namespaceLabels[REVISION] !== undefined && namespaceLabels[DATA_PLANE] !== 'ambient'
    || own === 'true' || labels[REVISION] !== undefined;
  return namespaceLabels[INJECTION] !== 'disabled' && own !== 'false' && wanted;
}

/** What has a sidecar, keeps it. */
function isAmbient({ labels, namespaceLabels }: Workload): boolean {
  return (labels[DATA_PLANE] ?? namespaceLabels[DATA_PLANE]) === 'ambient';
}

function isInLinkerd({ annotations, namespaceAnnotations }: Workload): boolean {
  return ['enabled', 'ingress'].includes(annotations[LINKERD] ?? namespaceAnnotations[LINKERD]);
}

const ISTIO: readonly MeshKind[] = [MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR];

export const isIstio = (mesh: MeshKind) => ISTIO.includes(mesh);

/** What carries TCP between pods of a mesh: nothing where they are not in one. */
export interface Carrier {
  /** The port on which everything travels; each connection's own port where there is nothing. */
  readonly tunnel?: number;
}

const HBONE: Carrier = { tunnel: 15008 };
const LINKERD_PROXY: Carrier = { tunnel: 4143 };
const BY_PORT: Carrier = {};

/** How two members of a mesh talk. Where one of them is in ambient mode, both use its tunnel. */
export function carrierOf(one: MeshKind, other: MeshKind): Carrier | undefined {
  if (isIstio(one) && isIstio(other)) {
    return one === MeshKind.ISTIO_SIDECAR && other === MeshKind.ISTIO_SIDECAR ? BY_PORT : HBONE;
  }
  return one === MeshKind.LINKERD && other === MeshKind.LINKERD ? LINKERD_PROXY : undefined;
}

/** The tunnel that pods of a mesh listen on: nobody else has any use for that port. */
export const TUNNEL_OF: { readonly [mesh in MeshKind]?: number } = {
  [MeshKind.ISTIO_AMBIENT]: HBONE.tunnel, [MeshKind.LINKERD]: LINKERD_PROXY.tunnel,
};

/** Where the probes of the kubelet come from once Istio's agent has let them past the tunnel: an address that only the node itself has. */
const PROBES = addressesOf('169.254.7.127/32')!;

/** Whether addresses are the node's own, of which nobody outside makes use. */
export const isOfNode = ([first, last]: AddressRange, mesh: MeshKind) => mesh === MeshKind.ISTIO_AMBIENT && first === PROBES[0] && last === PROBES[1];
