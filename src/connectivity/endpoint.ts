import { AddressRange } from './address-range';
import { PortSet, Protocol } from './port-set';

type Texts = { readonly [name: string]: string };

/** A workload: all pods that it makes are alike. */
export interface Workload {
  /** As in `shop/web[Deployment]`. */
  readonly id: string;
  readonly namespace: string;
  readonly labels: Texts;
  readonly namespaceLabels: Texts;
  readonly annotations: Texts;
  readonly namespaceAnnotations: Texts;
  readonly serviceAccount: string;

  /** Whether its pods are on the network of their node, where no mesh takes hold of them. */
  readonly hostNetwork: boolean;

  /** The names of its containers: a proxy among them was injected. */
  readonly containers: readonly string[];

  /** Whether it is there for itself, and not only for others to talk to. */
  readonly judged: boolean;

  /** The ports that its containers name. */
  readonly ports: readonly { readonly name?: string; readonly port: number; readonly protocol: Protocol }[];

  /** The paths that the kubelet gets to see how its containers are. */
  readonly probes: readonly { readonly port: number; readonly path: string }[];
}

/** A workload of which nothing is known but where it is. */
export function unknownWorkload(id: string, namespace: string): Workload {
  return {
    id, namespace, labels: {}, namespaceLabels: {}, annotations: {}, namespaceAnnotations: {}, serviceAccount: '', hostNetwork: false, containers: [], ports: [], probes: [], judged: true,
  };
}

/** Who may talk, or be talked to: a workload, or addresses outside the cluster. */
export type Endpoint = { readonly workload: Workload } | { readonly addresses: AddressRange };

/** The ports of a name, as whoever listens there has them; nothing outside the cluster, where nobody names one. */
export function namedPorts(endpoint: Endpoint, name: string, protocol?: Protocol): PortSet {
  const ports = 'workload' in endpoint ? endpoint.workload.ports : [];
  return ports.filter(each => each.name === name && (protocol === undefined || each.protocol === protocol))
    .reduce((all, each) => all.or(PortSet.of(each.protocol, each.port, each.port)), PortSet.NONE);
}

/** The ports that a workload's containers name. */
export function declaredPorts({ ports }: Workload, protocol: Protocol): PortSet {
  return ports.filter(each => each.protocol === protocol).reduce((all, { port }) => all.or(PortSet.of(protocol, port)), PortSet.NONE);
}
