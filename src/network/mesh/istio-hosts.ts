import { Construct } from 'constructs';
import { ServiceEntry } from '../../crds/istio-networking';

/** Makes a name outside of the cluster known in one namespace: there is one entry for each, however many workloads reach it. */
export function knowHostInIstio(scope: Construct, host: string, ports: () => readonly number[]): void {
  const id = `ServiceEntry-${host}`;
  if (scope.node.tryFindChild(id) === undefined) {
    new ServiceEntry(scope, id, host, () => ({
      hosts: [host],
      location: 'MESH_EXTERNAL',
      resolution: 'DNS',
      exportTo: ['.'],
      ports: ports().map(number => ({ number, name: `tls-${number}`, protocol: 'TLS' })),
    }));
  }
}
