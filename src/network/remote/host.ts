import { Listener } from './listener';
import { publicAddresses } from './public-addresses';
import { AllowOptions } from '../allow-options';
import { Endpoint } from '../endpoint';

const DNS_NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A DNS name outside of the cluster, reached over TLS. */
export class Host extends Listener {
  /** @throws if it is no full DNS name */
  public constructor(private readonly host: string) {
    super(`Remote.host(${host})`);
    if (!DNS_NAME.test(host)) {
      throw new Error(`Remote.host "${host}" is not a DNS name: give a full one in lower case, such as api.example.com, without scheme, port or star`);
    }
    if (/(^|\.)(svc|local|internal|localhost)$/.test(host)) {
      throw new Error(`Remote.host "${host}" is a name inside of the cluster or its network: allow the workload, or its addresses with Remote.cidr`);
    }
  }

  public allow(client: Endpoint, options: AllowOptions): void {
    this.withoutRequests(client, options);
    const { hosts, platform, egress, mesh } = client;
    const ports = options.ports ?? [443];
    hosts.push(...ports.map(port => ({ name: this.host, port })));
    if (!mesh.resolvesHosts) {
      egress.push({ peers: publicAddresses(platform), ports: ports.map(number => ({ number, protocol: 'TCP' })) });
    }
  }
}
