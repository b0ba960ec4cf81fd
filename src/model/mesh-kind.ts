/** The service mesh of a cluster, and how it takes hold of pods. */
export enum MeshKind {
  /** Istio without sidecars: a proxy on each node carries mutual TLS. */
  ISTIO_AMBIENT = 'istio-ambient',

  /** Istio with a sidecar in each pod. It needs the Istio CNI plugin, or Pod Security `restricted` refuses the init container it injects. */
  ISTIO_SIDECAR = 'istio-sidecar',

  /** Linkerd, with a sidecar in each pod. It needs the Linkerd CNI plugin, for the same reason. */
  LINKERD = 'linkerd',

  /**
   * Cilium itself, without sidecars: its policies ask pods who they are, and it encrypts what they say. It must be the network plugin, installed with
   * mutual authentication (`authentication.mutual.spire.enabled`, a beta of Cilium) and with encryption by WireGuard or IPsec (`encryption.enabled`).
   */
  CILIUM = 'cilium',

  /** There is none: traffic between containers is not encrypted unless applications do it. */
  NONE = 'none',
}
