import { DnsPeer, NetworkEndpoint } from './platform-props';

/** What a platform brings, wherever it is installed. */
export interface PlatformFacts {
  readonly dns: readonly DnsPeer[];
  readonly apiServerPort: number;
  readonly metadataCidrs: readonly string[];
  readonly workloadIdentity: readonly NetworkEndpoint[];
  readonly cni?: string;
  readonly gatewayClass?: string;
  readonly storageProvisioners: readonly string[];
}

const inNamespace = (name: string) => ({ 'kubernetes.io/metadata.name': name });

const KUBE_DNS: DnsPeer = { namespaceLabels: inNamespace('kube-system'), podLabels: { 'k8s-app': 'kube-dns' }, port: 53 };

/** The instance metadata service, at the address that all clouds share. */
const METADATA = '169.254.169.254/32';
const METADATA_AWS_IPV6 = 'fd00:ec2::254/128';
const METADATA_GOOGLE_IPV6 = 'fd20:ce::254/128';
const METADATA_ALIBABA = '100.100.100.200/32';

/** A cluster that says nothing about where it runs is kept from the metadata service of every cloud. */
const METADATA_ANYWHERE = [METADATA, METADATA_AWS_IPV6, METADATA_GOOGLE_IPV6, METADATA_ALIBABA];

/** The EKS Pod Identity agent, on each node. */
const EKS_POD_IDENTITY = ['169.254.170.23/32', 'fd00:ec2::23/128'];

/** The GKE metadata server, on each node, as dataplane V1 sees it. */
const GKE_METADATA_SERVER = '169.254.169.252/32';

export const PLATFORM_FACTS = {
  generic: {
    dns: [KUBE_DNS],
    apiServerPort: 6443,
    metadataCidrs: METADATA_ANYWHERE,
    workloadIdentity: [],
    storageProvisioners: [],
  },
  eks: {
    dns: [KUBE_DNS],
    apiServerPort: 443,
    metadataCidrs: [METADATA, METADATA_AWS_IPV6, ...EKS_POD_IDENTITY],
    workloadIdentity: EKS_POD_IDENTITY.map(cidr => ({ cidr, ports: [80] })),
    cni: 'amazon-vpc-cni',
    storageProvisioners: ['ebs.csi.aws.com', 'ebs.csi.eks.amazonaws.com', 'efs.csi.aws.com'],
  },
  gke: {
    dns: [
      KUBE_DNS,
      // The cache on the node is a pod to dataplane V2, and an address to V1.
      { namespaceLabels: inNamespace('kube-system'), podLabels: { 'k8s-app': 'node-local-dns' }, port: 53 },
      { cidr: '169.254.20.10/32', port: 53 },
    ],
    apiServerPort: 443,
    metadataCidrs: [METADATA, METADATA_GOOGLE_IPV6, GKE_METADATA_SERVER],
    // Dataplane V2 judges the address a pod asks for, V1 the one it is redirected to.
    workloadIdentity: [{ cidr: METADATA, ports: [80, 8080] }, { cidr: GKE_METADATA_SERVER, ports: [987, 988] }],
    cni: 'gke-dataplane-v2',
    gatewayClass: 'gke-l7-regional-external-managed',
    storageProvisioners: ['pd.csi.storage.gke.io', 'filestore.csi.storage.gke.io'],
  },
  aks: {
    dns: [KUBE_DNS],
    apiServerPort: 443,
    // 168.63.129.16 is the host's own agent, which hands out a node's settings.
    metadataCidrs: [METADATA, '168.63.129.16/32'],
    workloadIdentity: [],
    cni: 'azure-cni-cilium',
    gatewayClass: 'azure-alb-external',
    storageProvisioners: ['disk.csi.azure.com', 'file.csi.azure.com'],
  },
  openshift: {
    dns: [{
      namespaceLabels: inNamespace('openshift-dns'),
      podLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' },
      port: 5353,
    }],
    apiServerPort: 6443,
    metadataCidrs: METADATA_ANYWHERE,
    workloadIdentity: [],
    cni: 'ovn-kubernetes',
    gatewayClass: 'openshift-default',
    storageProvisioners: ['openshift-storage.rbd.csi.ceph.com', 'openshift-storage.cephfs.csi.ceph.com'],
  },
} satisfies Record<string, PlatformFacts>;
