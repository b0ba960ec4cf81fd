import { AddressRange } from './address-range';
import { PortSet, Protocol } from './port-set';

type Labels = { readonly [label: string]: string };

/** A workload: all pods that it makes are alike. */
export interface Workload {
  /** As in `shop/web[Deployment]`. */
  readonly id: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly namespaceLabels: Labels;

  /** The ports that its containers name. */
  readonly ports: readonly { readonly name?: string; readonly port: number; readonly protocol: Protocol }[];
}

/** Who may talk, or be talked to: a workload, or addresses outside the cluster. */
export type Endpoint = { readonly workload: Workload } | { readonly addresses: AddressRange };

/** The ports of a name, as whoever listens there has them; nothing outside the cluster, where nobody names one. */
export function namedPorts(endpoint: Endpoint, name: string, protocol?: Protocol): PortSet {
  const ports = 'workload' in endpoint ? endpoint.workload.ports : [];
  return ports.filter(each => each.name === name && (protocol === undefined || each.protocol === protocol))
    .reduce((all, each) => all.or(PortSet.of(each.protocol, each.port, each.port)), PortSet.NONE);
}
