import { cilium } from './cilium';
import { istioAmbient } from './istio-ambient';
import { istioSidecar } from './istio-sidecar';
import { linkerd } from './linkerd';
import { Mesh } from './mesh';
import { noMesh } from './no-mesh';
import { MeshKind } from '../../model/mesh-kind';
import { Platform } from '../../model/platform';

const MESHES: { readonly [kind in MeshKind]: Mesh } = {
  [MeshKind.ISTIO_AMBIENT]: istioAmbient,
  [MeshKind.ISTIO_SIDECAR]: istioSidecar,
  [MeshKind.LINKERD]: linkerd,
  [MeshKind.CILIUM]: cilium,
  [MeshKind.NONE]: noMesh,
};

/** The mesh of a platform. Where there is no tenant, and so no platform, there is none. */
export function meshOf(platform: Platform | undefined): Mesh {
  return platform === undefined ? noMesh : MESHES[platform.mesh];
}

/** Refuses a platform whose mesh no tenant can be in. */
export function checkedMesh(path: string, { mesh, meshCniPlugin }: Platform): Mesh {
  const made = MESHES[mesh];
  if (made.sidecar && !meshCniPlugin) {
    throw new Error(`${path}: the mesh ${mesh} has no CNI plugin, so Pod Security restricted refuses the init container that it gives each pod: install the plugin and give its Platform meshCniPlugin: true`);
  }
  return made;
}
