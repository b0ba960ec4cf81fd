import { Workload } from './endpoint';
import { PortSet, Protocol } from './port-set';
import { LabelSelector, matchesLabels } from '../inventory/label-selector';
import { JsonObject, Manifest } from '../inventory/manifest';

/** A workload behind a Service, and the ports there. */
export interface Behind { readonly workload: Workload; readonly ports: PortSet }

/** A port of a Service, as somebody refers to it. */
export interface PortOfService {
  readonly value: string | number;

  /** The fields of the port that it may be the value of. */
  readonly by: readonly string[];
}

/** Services, by what is behind them. */
export class Services {
  private readonly services: ReadonlyMap<string, Manifest>;
  private readonly workloads = new Map<string, Workload[]>();
  private readonly selected = new Map<Manifest, readonly Workload[]>();

  public constructor(manifests: readonly Manifest[], workloads: readonly Workload[]) {
    this.services = new Map(manifests.filter(({ groupKind }) => groupKind === 'Service').map(service => [`${service.namespace}/${service.name}`, service]));
    workloads.forEach(workload => {
      const own = this.workloads.get(workload.namespace) ?? [];
      own.push(workload);
      this.workloads.set(workload.namespace, own);
    });
  }

  public all(): Iterable<Manifest> {
    return this.services.values();
  }

  /** @param port all of them where there is none */
  public behind(namespace: string, name: string, port?: PortOfService): Behind[] {
    const service = this.services.get(`${namespace}/${name}`);
    const ports = portsOf(service).filter(each => port === undefined || port.by.some(field => each[field] === port.value));
    return service === undefined ? [] : this.workloadsOf(service).map(workload => ({
      workload, ports: ports.map(each => targetOf(each, workload)).reduce((union, each) => union.or(each), PortSet.NONE),
    }));
  }

  /** A Service without a selector has endpoints of somebody else's. */
  public workloadsOf(service: Manifest): readonly Workload[] {
    const matchLabels: LabelSelector['matchLabels'] = service.object.spec?.selector ?? {};
    const found = this.selected.get(service) ?? (Object.keys(matchLabels!).length === 0 ? []
      : (this.workloads.get(service.namespace) ?? []).filter(workload => matchesLabels({ matchLabels }, workload.labels)));
    this.selected.set(service, found);
    return found;
  }
}

/** What is no list exposes nothing: the API server refuses it. */
export const portsOf = (service: Manifest | undefined): readonly JsonObject[] => itemsOf(service?.object.spec?.ports);

export const itemsOf = (value: unknown): readonly JsonObject[] => Array.isArray(value) ? value.filter(each => each !== null && typeof each === 'object') : [];

/** Where a port of a Service leads in a workload. */
export function targetOf({ port, targetPort = port, protocol = 'TCP' }: JsonObject, { ports }: Workload): PortSet {
  const target = typeof targetPort === 'number' ? targetPort : ports.find(each => each.name === targetPort && each.protocol === protocol)?.port;
  return target === undefined ? PortSet.NONE : PortSet.of(protocol as Protocol, target);
}
