/** The service mesh of a cluster, and how it takes hold of pods. */
export enum MeshKind {
  /** Istio without sidecars: a proxy on each node carries mutual TLS. */
  ISTIO_AMBIENT = 'istio-ambient',

  /** Istio with a sidecar in each pod. It needs the Istio CNI plugin, or Pod Security `restricted` refuses the init container it injects. */
  ISTIO_SIDECAR = 'istio-sidecar',

  /** Linkerd, with a sidecar in each pod. It needs the Linkerd CNI plugin, for the same reason. */
  LINKERD = 'linkerd',

  /** Cilium's own encryption and authentication, without sidecars. */
  CILIUM = 'cilium',

  /** There is none: traffic between containers is not encrypted unless applications do it. */
  NONE = 'none',
}
