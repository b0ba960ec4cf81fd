import { MeshKind } from '../model/mesh-kind';
import { Platform } from '../model/platform';

/** A counter of something that should not happen, and who it is about. */
export interface TrafficCounter {
  /** A selector of Prometheus. */
  readonly selector: (namespace: string) => string;

  /** The labels that tell one client and one server from others. */
  readonly by: readonly string[];
}

/** What a data plane counts. */
export interface TrafficMetrics {
  /** The alert about what is denied: each has its own, for a cluster may have two. */
  readonly deniedAlert: string;
  readonly denied: readonly TrafficCounter[];
  readonly unencrypted: readonly TrafficCounter[];

  /** Text of alerts, with what `by` has. */
  readonly client: string;
  readonly server: string;
}

const ISTIO_LABELS = ['source_workload_namespace', 'source_workload', 'destination_workload'];
const istio = (metric: string, more: string): TrafficCounter => ({
  selector: namespace => `${metric}{reporter=~"destination|waypoint",destination_workload_namespace="${namespace}",${more}}`,
  by: ISTIO_LABELS,
});

/** Who is asked reports: a client does not know whether it was let in. */
const ISTIO: TrafficMetrics = {
  deniedAlert: 'DeniedFlows',
  denied: [
    istio('istio_requests_total', 'response_code="403"'),
    // What gRPC calls PERMISSION_DENIED comes with the status 200.
    istio('istio_requests_total', 'grpc_response_status="7"'),
    // The proxy of a node (ztunnel) tells why it closed a connection.
    istio('istio_tcp_connections_closed_total', 'response_flags="DENY"'),
  ],
  unencrypted: ['istio_requests_total', 'istio_tcp_connections_opened_total'].map(metric => istio(metric, 'connection_security_policy!="mutual_tls"')),
  client: '{{ $labels.source_workload_namespace }}/{{ $labels.source_workload }}',
  server: '{{ $labels.destination_workload }}',
};

const linkerd = (metric: string, more = ''): TrafficCounter => ({
  selector: namespace => `${metric}{namespace="${namespace}"${more}}`,
  by: ['client_id', 'pod', 'target_port'],
});

/** Probes of the kubelet, by Linkerd itself or by a route of ours, and who scrapes the proxy itself, are let in without TLS. */
const NOT_OF_THE_CLUSTER = ',tls!="true",authz_name!~"probe|.+-[0-9]+-([0-9a-f]{8}-)?probes",target_port!="4191"';

const LINKERD: TrafficMetrics = {
  deniedAlert: 'DeniedFlows',
  denied: [linkerd('inbound_http_authz_deny_total'), linkerd('inbound_tcp_authz_deny_total')],
  unencrypted: [linkerd('inbound_http_authz_allow_total', NOT_OF_THE_CLUSTER), linkerd('inbound_tcp_authz_allow_total', NOT_OF_THE_CLUSTER)],
  client: '{{ with $labels.client_id }}{{ . }}{{ else }}a client without identity{{ end }}',
  server: '{{ $labels.pod }} port {{ $labels.target_port }}',
};

/** Hubble counts a packet that a policy drops, also where one asks for an identity that is not proven. It does not tell what is encrypted. */
const CILIUM: TrafficMetrics = {
  deniedAlert: 'DroppedFlows',
  denied: ['destination_namespace', 'source_namespace'].map(end => ({
    selector: namespace => `hubble_drop_total{reason=~"POLICY_DENIED|AUTH_REQUIRED",${end}="${namespace}"}`,
    by: ['source_namespace', 'destination_namespace'],
  })),
  unencrypted: [],
  client: 'the namespace {{ $labels.source_namespace }}',
  server: 'the namespace {{ $labels.destination_namespace }}',
};

const OF_MESH: { readonly [mesh in MeshKind]?: TrafficMetrics } = {
  [MeshKind.ISTIO_AMBIENT]: ISTIO,
  [MeshKind.ISTIO_SIDECAR]: ISTIO,
  [MeshKind.LINKERD]: LINKERD,
  [MeshKind.CILIUM]: CILIUM,
};

/** What is counted on a platform, by the name of who counts. A mesh counts what it denies, the network plugin what NetworkPolicies do. */
export function metricsOf({ mesh, cni }: Pick<Platform, 'mesh' | 'cni'>): ReadonlyMap<string, TrafficMetrics> {
  const ofMesh = OF_MESH[mesh];
  return new Map([
    ...ofMesh === undefined ? [] : [[mesh, ofMesh] as const],
    ...cni === 'cilium' ? [[MeshKind.CILIUM, CILIUM] as const] : [],
  ]);
}

/** Whether a mesh is Istio, whose proxies log what a Telemetry says. */
export function isIstio(mesh: MeshKind): boolean {
  return OF_MESH[mesh] === ISTIO;
}
