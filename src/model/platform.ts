import { KubernetesVersion } from './kubernetes-version';
import { MESH_FACTS } from './mesh-facts';
import { MeshKind } from './mesh-kind';
import { checkPlatform } from './platform-check';
import { PLATFORM_FACTS, PlatformFacts } from './platform-facts';
import { DnsPeer, InjectedSidecar, MonitoringPeer, NetworkEndpoint, PlatformProps } from './platform-props';

/** A cluster as manifests are written for it: what cannot be guessed at synth is said here, once. */
export class Platform {
  /**
   * Kubernetes as kubeadm and most distributions install it.
   *
   * @throws if a property is not valid, with its name
   */
  public static generic(props: PlatformProps = {}): Platform {
    return new Platform('generic', PLATFORM_FACTS.generic, props);
  }

  /**
   * Amazon Elastic Kubernetes Service.
   *
   * @throws if a property is not valid, with its name
   */
  public static eks(props: PlatformProps = {}): Platform {
    return new Platform('eks', PLATFORM_FACTS.eks, props);
  }

  /**
   * Google Kubernetes Engine, with dataplane V2 or V1.
   *
   * @throws if a property is not valid, with its name
   */
  public static gke(props: PlatformProps = {}): Platform {
    return new Platform('gke', PLATFORM_FACTS.gke, props);
  }

  /**
   * Azure Kubernetes Service.
   *
   * @throws if a property is not valid, with its name
   */
  public static aks(props: PlatformProps = {}): Platform {
    return new Platform('aks', PLATFORM_FACTS.aks, props);
  }

  /**
   * Red Hat OpenShift.
   *
   * @throws if a property is not valid, with its name
   */
  public static openshift(props: PlatformProps = {}): Platform {
    return new Platform('openshift', PLATFORM_FACTS.openshift, props);
  }

  /** `generic`, `eks`, `gke`, `aks` or `openshift`. */
  public readonly name: string;

  /** The Kubernetes version. */
  public readonly kubernetes: KubernetesVersion;

  /** Where pods resolve names, over UDP and TCP. Every peer has a port. */
  public readonly dns: DnsPeer[];

  /** Who scrapes metrics, if it is known. */
  public readonly monitoring?: MonitoringPeer;

  /** Addresses of the API server. Empty where nobody gave them. */
  public readonly apiServerCidrs: string[];

  /** The port of the API server at its addresses. */
  public readonly apiServerPort: number;

  /** Addresses of the nodes. Empty where nobody gave them. */
  public readonly nodeCidrs: string[];

  /** Addresses that hand out the credentials of nodes, or configure them. IPv4 and IPv6. */
  public readonly metadataCidrs: string[];

  /** Where a workload with an identity of its own gets its credentials. */
  public readonly workloadIdentity: NetworkEndpoint[];

  /** The service mesh. */
  public readonly mesh: MeshKind;

  /** Whether the CNI plugin of a sidecar mesh is installed. */
  public readonly meshCniPlugin: boolean;

  /** Name of the network plugin, if it is known. */
  public readonly cni?: string;

  /** Class of the gateways by which applications are exposed, if it is known. */
  public readonly gatewayClass?: string;

  /** Names of the storage provisioners, the one for most volumes first. */
  public readonly storageProvisioners: string[];

  /** Containers that the cluster adds to pods. */
  public readonly sidecars: InjectedSidecar[];

  private constructor(name: string, facts: PlatformFacts, props: PlatformProps) {
    checkPlatform(props);
    this.name = name;
    this.kubernetes = props.kubernetes === undefined ? KubernetesVersion.DEFAULT : KubernetesVersion.of(props.kubernetes);
    this.mesh = props.mesh ?? MeshKind.ISTIO_AMBIENT;
    this.meshCniPlugin = props.meshCniPlugin ?? false;
    const mesh = MESH_FACTS[this.mesh];
    this.dns = (props.dns ?? facts.dns).map(peer => ({ ...peer, port: peer.port ?? 53 }));
    this.monitoring = props.monitoring;
    this.apiServerCidrs = [...props.apiServerCidrs ?? []];
    this.apiServerPort = props.apiServerPort ?? facts.apiServerPort;
    this.nodeCidrs = [...props.nodeCidrs ?? []];
    this.metadataCidrs = [...new Set([...facts.metadataCidrs, ...props.metadataCidrs ?? []])];
    this.workloadIdentity = (props.workloadIdentity ?? facts.workloadIdentity).map(({ cidr, ports }) => ({ cidr, ports: [...ports] }));
    this.cni = props.cni ?? facts.cni;
    this.gatewayClass = props.gatewayClass ?? mesh.gatewayClass ?? facts.gatewayClass;
    this.storageProvisioners = [...props.storageProvisioners ?? facts.storageProvisioners];
    this.sidecars = [...props.sidecars ?? mesh.sidecars];
  }
}
