import { Entry } from './entry';
import { Manifest } from '../../inventory/manifest';
import { PortSet, Protocol } from '../port-set';
import { portsOf, Services } from '../services';

/** The field of a Service's port that says where those outside find it. */
const OUTSIDE: { readonly [type: string]: string } = { LoadBalancer: 'port', NodePort: 'nodePort' };

/** A Service that a load balancer, or every node, opens to those outside. What it passes on comes from them. */
export function serviceEntry(service: Manifest, services: Services): Entry[] {
  const field = OUTSIDE[service.object.spec?.type];
  if (service.groupKind !== 'Service' || field === undefined) {
    return [];
  }
  const listeners = portsOf(service).map(port => ({
    // A port of the nodes that nobody chose yet is one from a range.
    connections: port[field] === undefined ? PortSet.of(port.protocol ?? 'TCP', 30000, 32767) : PortSet.of((port.protocol ?? 'TCP') as Protocol, port[field]),
    encryption: 'unknown' as const,
  }));
  return [{
    id: `${service.namespace}/${service.name}[Service]`, judged: service.judged, inIstio: false, listeners, targets: services.behind(service.namespace, service.name),
  }];
}
