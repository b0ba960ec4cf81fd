import { MeshKind } from './mesh-kind';

/** Where pods resolve names: pods selected by labels of namespace and pod, or a block of addresses. Both UDP and TCP. */
export interface DnsPeer {
  /**
   * Labels of the namespace the servers run in.
   *
   * @default - the servers are given by `cidr`
   */
  readonly namespaceLabels?: { [key: string]: string };

  /**
   * Labels of the servers' pods. A peer matches pods that have these, in namespaces that have the others.
   *
   * @default - the servers are given by `cidr`
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * The servers' addresses, where they are not pods to a NetworkPolicy, such as a cache on the node.
   *
   * @default - the servers are given by labels
   */
  readonly cidr?: string;

  /**
   * The port the servers listen on, which is not always that of their Service: policies see traffic after the Service is resolved.
   *
   * @default 53
   */
  readonly port?: number;
}

/** Who scrapes metrics: pods selected by labels of namespace and pod. */
export interface MonitoringPeer {
  /** Labels of the namespace it runs in; `kubernetes.io/metadata.name` must be one, which says its name. */
  readonly namespaceLabels: { [key: string]: string };

  /** Labels of its pods. A peer matches pods that have these, in namespaces that have the others. */
  readonly podLabels: { [key: string]: string };

  /**
   * The service account of its pods, where they are in the same mesh as what they scrape: then they scrape over mutual TLS, and the mesh lets in this
   * identity alone.
   *
   * @default - it is outside of the mesh: what it scrapes must take plain text on that port, which `Network.acceptPlainText` loosens visibly
   */
  readonly serviceAccount?: string;
}

/** A block of addresses and TCP ports on it. */
export interface NetworkEndpoint {
  /** The block, such as `169.254.170.23/32`. */
  readonly cidr: string;

  /** The TCP ports. */
  readonly ports: number[];
}

/** A container that the cluster adds to pods. Its resources count in quotas. Quantities are those of Kubernetes, such as `100m` and `128Mi`. */
export interface InjectedSidecar {
  /** Name of the container. */
  readonly name: string;

  /** CPU it requests. */
  readonly cpuRequest: string;

  /** Memory it requests. */
  readonly memoryRequest: string;

  /**
   * CPU it may use.
   *
   * @default - no limit
   */
  readonly cpuLimit?: string;

  /** Memory it may use. */
  readonly memoryLimit: string;
}

/** What the library cannot know about a cluster before it is deployed to. */
export interface PlatformProps {
  /**
   * The Kubernetes version: which fields are emitted and which Pod Security version is judged follow from it.
   *
   * @default 1.34
   */
  readonly kubernetes?: string;

  /**
   * Where pods resolve names.
   *
   * @default - the platform's own name servers
   */
  readonly dns?: DnsPeer[];

  /**
   * Who scrapes metrics, such as Prometheus, for workloads that say `acceptFrom(Remote.monitoring())`.
   *
   * @default - not known: no workload can let it in
   */
  readonly monitoring?: MonitoringPeer;

  /**
   * Addresses of the API server as pods reach it, for workloads that talk to it.
   *
   * @default - not known: no workload can be allowed to the API server
   */
  readonly apiServerCidrs?: string[];

  /**
   * The port of the API server at these addresses.
   *
   * @default - 443 on a managed control plane, else 6443
   */
  readonly apiServerPort?: number;

  /**
   * Addresses of the nodes, which workloads may not reach.
   *
   * @default - not known: workloads that may reach the outside can reach nodes
   */
  readonly nodeCidrs?: string[];

  /**
   * Addresses that hand out the credentials of nodes or configure them, besides those the platform is known for (169.254.169.254/32 is one on
   * all of them). Workloads may not reach them.
   *
   * @default - those of the platform alone
   */
  readonly metadataCidrs?: string[];

  /**
   * Where a workload with an identity of its own gets its credentials. Only such workloads may reach it.
   *
   * @default - the platform's own, if it hands out credentials over the network
   */
  readonly workloadIdentity?: NetworkEndpoint[];

  /**
   * The service mesh.
   *
   * @default MeshKind.ISTIO_AMBIENT
   */
  readonly mesh?: MeshKind;

  /**
   * Whether the CNI plugin of a sidecar mesh is installed (`istio-cni`, `linkerd2-cni`). Without it the mesh gives each pod an init container that
   * changes the network of the pod, and Pod Security `restricted` refuses it: no tenant can be on such a platform.
   *
   * @default false
   */
  readonly meshCniPlugin?: boolean;

  /**
   * Name of the network plugin (CNI), such as `cilium` or `calico`.
   *
   * @default - the one the platform brings; not known on a generic platform
   */
  readonly cni?: string;

  /**
   * Class of the gateways by which applications are exposed.
   *
   * @default - that of the mesh, else the one the platform brings, else not known
   */
  readonly gatewayClass?: string;

  /**
   * Names of the storage provisioners in the cluster, the one for most volumes first.
   *
   * @default - those the platform brings; none on a generic platform
   */
  readonly storageProvisioners?: string[];

  /**
   * Containers that the cluster adds to pods.
   *
   * @default - the sidecar of the mesh, if it has one, with the resources it is installed with
   */
  readonly sidecars?: InjectedSidecar[];
}
