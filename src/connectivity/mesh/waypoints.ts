import { Client } from './client';
import { ServiceName } from './istio-policy';
import { MeshSet } from './mesh-set';
import { Manifest } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { GATEWAY, GATEWAY_NAME, isWaypoint, podsOfGateway } from '../entry/gateway';
import { takesFrom } from '../entry/routes';
import { ALL_TCP, Permission } from '../permission';
import { PortSet } from '../port-set';
import { itemsOf, portsOf, Services, targetOf } from '../services';
import { namespacesOf } from '../workloads';

const USE = 'istio.io/use-waypoint';
const USE_NAMESPACE = 'istio.io/use-waypoint-namespace';
const TRAFFIC = 'istio.io/waypoint-for';

type Labels = { readonly [label: string]: string };

/** A waypoint, and whose requests it takes: those to Services, those to pods themselves, or all. */
interface Waypoint {
  readonly gateway: Manifest;
  readonly pods: Workload;
  readonly traffic: string;
}

/** A way to a workload through a waypoint. */
export interface Passage {
  /** The pods of the waypoint. */
  readonly through: Workload;

  /** What it lets a client do, on ports of the workload. */
  readonly admits: (client: Client) => readonly Permission[];
}

/** The ways to a workload through waypoints. */
interface Ways {
  readonly passages: Passage[];

  /** The TCP ports that are reached past every waypoint too: all, unless what is sent to pods themselves goes through one. */
  readonly past: PortSet;
}

const NO_WAYS: Ways = { passages: [], past: ALL_TCP };

/** The waypoints of Istio among manifests, and who is behind them. */
export class Waypoints {
  private readonly waypoints: ReadonlyMap<string, Waypoint>;
  private readonly ways = new Map<string, Ways>();
  private readonly namespaceLabels: (namespace: string) => Labels;

  public constructor(manifests: readonly Manifest[], services: Services, workloads: readonly Workload[], private readonly meshes: MeshSet) {
    const metadataOf = namespacesOf(manifests);
    this.namespaceLabels = namespace => metadataOf(namespace).namespaceLabels;
    this.waypoints = new Map(manifests.filter(manifest => manifest.groupKind === GATEWAY && isWaypoint(manifest))
      .map(gateway => [`${gateway.namespace}/${gateway.name}`, { gateway, pods: podsOfGateway(gateway, manifests), traffic: trafficOf(gateway, manifests) }]));
    if (this.waypoints.size > 0) {
      const past = this.passServices(services);
      workloads.forEach(workload => this.passPods(workload, past.get(workload.id) ?? PortSet.NONE));
    }
  }

  /** The pods of all of them. */
  public get pods(): Workload[] {
    return [...this.waypoints.values()].map(({ pods }) => pods);
  }

  public to({ id }: Workload): Ways {
    return this.ways.get(id) ?? NO_WAYS;
  }

  /** The ids of those who are behind a waypoint. */
  public behind({ id }: Workload): string[] {
    return [...this.ways].filter(([, { passages }]) => passages.some(({ through }) => through.id === id)).map(([workload]) => workload);
  }

  /** @returns the ports of each workload that Services without a waypoint lead to */
  private passServices(services: Services): Map<string, PortSet> {
    const past = new Map<string, PortSet>();
    for (const service of services.all()) {
      const { namespace, name, object: { metadata, spec } } = service;
      // One without an address gives clients the addresses of pods.
      const waypoint = spec?.clusterIP === 'None' ? undefined : this.used(metadata?.labels ?? {}, namespace, 'service');
      for (const workload of services.workloadsOf(service)) {
        const ports = portsOf(service).filter(({ protocol = 'TCP' }) => protocol === 'TCP')
          .map(port => ({ asked: PortSet.of('TCP', port.port), target: targetOf(port, workload) }));
        if (waypoint !== undefined) {
          this.pass(workload, this.passage(waypoint, { namespace, name }, ports));
        } else if (spec?.clusterIP !== 'None') {
          past.set(workload.id, ports.reduce((all, { target }) => all.or(target), past.get(workload.id) ?? PortSet.NONE));
        }
      }
    }
    return past;
  }

  /** What is sent to pods themselves. */
  private passPods(workload: Workload, past: PortSet): void {
    const waypoint = workload.labels[GATEWAY_NAME] === undefined ? this.used(workload.labels, workload.namespace, 'workload') : undefined;
    if (waypoint !== undefined) {
      const admits = this.meshes.atWaypoint(waypoint.pods);
      this.ways.set(workload.id, { passages: [...this.to(workload).passages, { through: waypoint.pods, admits }], past });
    }
  }

  private pass(workload: Workload, passage: Passage): void {
    const { passages, past } = this.to(workload);
    this.ways.set(workload.id, { passages: [...passages, passage], past });
  }

  /** A waypoint sees the port of the Service that a client asks for. */
  private passage({ pods }: Waypoint, service: ServiceName, ports: readonly { readonly asked: PortSet; readonly target: PortSet }[]): Passage {
    const admits = this.meshes.atWaypoint(pods, service);
    return {
      through: pods,
      admits: client => admits(client).flatMap(permission => ports.filter(({ asked }) => !permission.ports.and(asked).isEmpty)
        .map(({ target }) => ({ ...permission, ports: target }))),
    };
  }

  /** The waypoint that a Service or pods name, or else their namespace, if it takes what is sent to them. */
  private used(own: Labels, namespace: string, traffic: 'service' | 'workload'): Waypoint | undefined {
    const labels = own[USE] === undefined ? this.namespaceLabels(namespace) : own;
    const waypoint = this.waypoints.get(`${labels[USE_NAMESPACE] ?? namespace}/${labels[USE]}`);
    const listeners = itemsOf(waypoint?.gateway.object.spec?.listeners);
    return waypoint !== undefined && [traffic, 'all'].includes(waypoint.traffic)
      && listeners.some(listener => takesFrom(listener, waypoint.gateway, namespace, this.namespaceLabels(namespace))) ? waypoint : undefined;
  }
}

/** As the Gateway says, or else its class. */
function trafficOf({ object: { metadata, spec } }: Manifest, manifests: readonly Manifest[]): string {
  const ofClass = manifests.find(({ groupKind, name }) => groupKind === 'gateway.networking.k8s.io/GatewayClass' && name === spec?.gatewayClassName);
  return metadata?.labels?.[TRAFFIC] ?? ofClass?.object.metadata?.labels?.[TRAFFIC] ?? 'service';
}
