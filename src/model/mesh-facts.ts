import { MeshKind } from './mesh-kind';
import { InjectedSidecar } from './platform-props';

/** What follows for a platform from the mesh it has. */
export interface MeshFacts {
  /** The gateway class the mesh brings: its gateways can authenticate, and reach into the mesh. */
  readonly gatewayClass?: string;
  readonly sidecars: readonly InjectedSidecar[];
}

export const MESH_FACTS: Readonly<Record<MeshKind, MeshFacts>> = {
  [MeshKind.ISTIO_AMBIENT]: { gatewayClass: 'istio', sidecars: [] },
  [MeshKind.ISTIO_SIDECAR]: {
    gatewayClass: 'istio',
    sidecars: [{ name: 'istio-proxy', cpuRequest: '100m', memoryRequest: '128Mi', cpuLimit: '2', memoryLimit: '1Gi' }],
  },
  [MeshKind.LINKERD]: {
    sidecars: [{ name: 'linkerd-proxy', cpuRequest: '100m', memoryRequest: '20Mi', memoryLimit: '250Mi' }],
  },
  [MeshKind.CILIUM]: { gatewayClass: 'cilium', sidecars: [] },
  [MeshKind.NONE]: { sidecars: [] },
};
