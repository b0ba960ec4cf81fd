import { Construct } from 'constructs';
import { MonitoringPeer } from '../../model/platform-props';
import { AllowOptions } from '../allow-options';
import { declare } from '../declare';
import { Endpoint } from '../endpoint';
import { noMesh } from '../mesh/no-mesh';
import { Outside } from '../outside';

/**
 * What scrapes metrics, as the platform says. Where it has an identity in the mesh, it scrapes over mutual TLS and the mesh lets in that identity
 * alone. Else it needs plain text, which a workload must say itself: synthesis throws before it opens anything to whom nobody knows.
 */
export class Monitoring implements Outside {
  private readonly endpoints = new Map<string, Endpoint>();

  public constructor(private readonly construct: Construct) {}

  public allow({ path }: Endpoint): void {
    throw new Error(`${path}: Remote.monitoring() scrapes, and is sent nothing: say acceptFrom(Remote.monitoring()), or allowTo the workload that takes metrics`);
  }

  public accept(server: Endpoint, options: AllowOptions): void {
    const { path, platform: { monitoring } } = server;
    if (monitoring === undefined) {
      throw new Error(`${path}: where monitoring is, is not known: give the Platform of its Tenant monitoring`);
    }
    declare(server, this.endpointOf(monitoring, server), server, options);
  }

  private endpointOf(peer: MonitoringPeer, { mesh }: Endpoint): Endpoint {
    const { namespaceLabels, podLabels: matchLabels, serviceAccount } = peer;
    const key = JSON.stringify([peer, mesh.kind]);
    const pods = {
      construct: this.construct,
      title: 'Remote.monitoring()',
      name: 'monitoring',
      namespace: namespaceLabels['kubernetes.io/metadata.name'],
      namespaceLabels,
      matchLabels,
      serviceAccount,
      served: [],
      end: false,
      pastServices: true,
    };
    const endpoint = this.endpoints.get(key) ?? new Endpoint(pods, serviceAccount === undefined ? noMesh : mesh, true);
    this.endpoints.set(key, endpoint);
    return endpoint;
  }
}
