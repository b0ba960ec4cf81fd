import { ApiObject, Size, Yaml } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { ManagedPods } from './implementation';
import { GatewayInfrastructure } from '../../crds/gateway-api';
import { ISTIO_CONTROL_PLANE } from '../../network/mesh/istio-control-plane';
import { quantityOf } from '../../tenancy/typed-quantity';
import { GatewayFacts } from '../gateway-facts';

const NAME_LABEL = 'gateway.networking.k8s.io/gateway-name';
const CONTAINER = 'istio-proxy';
const STATUS_PORT = 15021;

/** What a pod of the gateway writes outside of volumes: little but logs. */
const DISK = '128Mi';

/**
 * The pods that Istio makes for a Gateway: a Deployment and a Service of type LoadBalancer beside it, each called after the Gateway and its class, and a service
 * account of that name.
 */
export function istioPods(gateway: GatewayFacts): ManagedPods {
  const { name, className, props: { maxReplicas = 5 } } = gateway;
  const container = { name: CONTAINER, resources: resources(gateway) };
  const metadata = { name: `${name}-${className}` };
  const template = { metadata: { labels: { 'sidecar.istio.io/inject': 'false' } }, spec: { containers: [container] } };
  return {
    matchLabels: { [NAME_LABEL]: name },
    serviceAccount: metadata.name,
    egress: [ISTIO_CONTROL_PLANE],
    objects: () => [
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas: maxReplicas, template } },
      { apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'LoadBalancer', ports: [STATUS_PORT, 80, 443].map(port => ({ port })) } },
    ],
  };
}

/**
 * How Istio makes them: it merges what stands in a ConfigMap into its own template (`parametersRef`). That template has no seccomp profile, so that Pod Security
 * `restricted`, which tenants have, would refuse its pods.
 */
export function istioInfrastructure(gateway: GatewayFacts): GatewayInfrastructure {
  const { construct, name, tenant } = gateway;
  new ApiObject(construct, 'Parameters', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-parameters` }, data: parameters(gateway) });
  return {
    labels: { ...tenant.labels, 'app.kubernetes.io/name': name },
    parametersRef: { group: '', kind: 'ConfigMap', name: `${name}-parameters` },
  };
}

function parameters(gateway: GatewayFacts): { readonly [object: string]: string } {
  const { name, className, props: { minReplicas = 2, maxReplicas = 5 } } = gateway;
  const spread = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map(topologyKey => (
    { maxSkew: 1, topologyKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { [NAME_LABEL]: name } } }));
  const pod = {
    // It proves who it is with a token of its own, and asks nothing of the API server.
    automountServiceAccountToken: false,
    securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    topologySpreadConstraints: spread,
    containers: [{ name: CONTAINER, resources: resources(gateway, null) }],
  };
  const objects: { readonly [object: string]: object } = {
    deployment: { spec: { template: { spec: pod } } },
    horizontalPodAutoscaler: {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: `${name}-${className}` },
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
function resources({ props }: GatewayFacts, cpu?: null): object {
  const { cpuRequest = Cpu.millis(100), memory = Size.mebibytes(512) } = props;
  const always = { 'memory': quantityOf(memory).toString(), 'ephemeral-storage': DISK };
  return { requests: { cpu: quantityOf(cpuRequest).toString(), ...always }, limits: { ...cpu === undefined ? {} : { cpu }, ...always } };
}
