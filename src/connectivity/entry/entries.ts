import { Entry } from './entry';
import { gatewayEntry } from './gateway';
import { ingressEntry } from './ingress';
import { istioGatewayEntry } from './istio-gateway';
import { routesAmong } from './routes';
import { serviceEntry } from './service';
import { Manifest } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { Services } from '../services';

/** Every way into the cluster that manifests open. */
export function entriesOf(manifests: readonly Manifest[], services: Services, workloads: readonly Workload[]): Entry[] {
  const routesOf = routesAmong(manifests, services);
  return manifests.flatMap(manifest => [
    ...ingressEntry(manifest, services),
    ...serviceEntry(manifest, services),
    ...gatewayEntry(manifest, manifests, routesOf),
    ...istioGatewayEntry(manifest, manifests, services, workloads),
  ]);
}
