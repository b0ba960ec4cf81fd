import { ApiObject, Size, Yaml } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { GatewayInfrastructure } from '../../crds/gateway-api';
import { JsonObject } from '../../inventory/manifest';
import { quantityOf } from '../../tenancy/typed-quantity';

const NAME_LABEL = 'gateway.networking.k8s.io/gateway-name';
const CONTAINER = 'istio-proxy';

/** Where each of them says that it is well. */
const STATUS_PORT = 15021;

/** What one of them writes outside of volumes: little but logs. */
const DISK = '128Mi';

/** The pods that Istio makes for a Gateway of the Gateway API, at the edge of the cluster or between services. */
export interface IstioGatewayPods {
  /** The name of the Gateway. */
  readonly name: string;

  /** What Istio calls their Deployment, Service and service account. */
  readonly madeAs: string;

  /** What they carry besides. At most seven. */
  readonly labels: { readonly [label: string]: string };

  /** @default 2 */
  readonly minReplicas?: number;

  /** @default 5 */
  readonly maxReplicas?: number;

  /** @default Cpu.millis(100) */
  readonly cpuRequest?: Cpu;

  /** @default Size.mebibytes(512) */
  readonly memory?: Size;
}

/** What selects the pods of a Gateway in its namespace. */
export function labelsOfGateway(name: string): { readonly [label: string]: string } {
  return { [NAME_LABEL]: name };
}

/** The Deployment and the Service that will be there, as far as the quota and the limits of a tenant count them. */
export function objectsOfIstio(pods: IstioGatewayPods, type: 'ClusterIP' | 'LoadBalancer', ports: readonly number[]): JsonObject[] {
  const metadata = { name: pods.madeAs };
  const template = { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } }, spec: { containers: [{ name: CONTAINER, resources: resources(pods) }] } };
  return [
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: pods.maxReplicas ?? 5, template } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { type, ports: [STATUS_PORT, ...ports].map(port => ({ port })) } },
  ];
}

/**
 * How Istio makes them: it merges what stands in a ConfigMap into its own template (`parametersRef`). That template has no seccomp profile, so that Pod Security
 * `restricted`, which tenants have, would refuse its pods.
 */
export function infrastructureOfIstio(scope: Construct, pods: IstioGatewayPods): GatewayInfrastructure {
  const name = `${pods.name}-parameters`;
  new ApiObject(scope, 'Parameters', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: parameters(pods) });
  return { labels: { ...pods.labels, 'app.kubernetes.io/name': pods.name }, parametersRef: { group: '', kind: 'ConfigMap', name } };
}

function parameters(pods: IstioGatewayPods): { readonly [object: string]: string } {
  const { name, madeAs, minReplicas = 2, maxReplicas = 5 } = pods;
  const spread = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map(topologyKey => (
    { maxSkew: 1, topologyKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labelsOfGateway(name) } }));
  const pod = {
    // It proves who it is with a token of its own, and asks nothing of the API server.
    automountServiceAccountToken: false,
    securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    topologySpreadConstraints: spread,
    containers: [{ name: CONTAINER, resources: resources(pods, null) }],
  };
  const objects: { readonly [object: string]: object } = {
    deployment: { spec: { template: { spec: pod } } },
    horizontalPodAutoscaler: {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: madeAs },
        minReplicas,
        maxReplicas,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
      },
    },
    podDisruptionBudget: { spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' } },
    serviceAccount: { automountServiceAccountToken: false },
  };
  return Object.fromEntries(Object.entries(objects).map(([object, patch]) => [object, Yaml.stringify(patch)]));
}

/** @param cpu limit: `null` takes away that of the template, which slows it down on idle nodes */
function resources({ cpuRequest = Cpu.millis(100), memory = Size.mebibytes(512) }: IstioGatewayPods, cpu?: null): object {
  const always = { 'memory': quantityOf(memory).toString(), 'ephemeral-storage': DISK };
  return { requests: { cpu: quantityOf(cpuRequest).toString(), ...always }, limits: { ...cpu === undefined ? {} : { cpu }, ...always } };
}
