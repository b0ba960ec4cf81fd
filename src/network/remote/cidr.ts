import { Listener } from './listener';
import { checkedCidr } from '../../model/cidr';
import { AllowOptions } from '../allow-options';
import { cidrPeer } from '../cidr-peer';
import { Endpoint } from '../endpoint';

/** A block of addresses, without those in it that hand out credentials or are nodes (part 4.2). */
export class Cidr extends Listener {
  /** @throws if it is no block of addresses */
  public constructor(private readonly block: string, private readonly protocol: string) {
    super(`Remote.cidr(${checkedCidr('Remote.cidr', block)})`);
  }

  public allow(client: Endpoint, options: AllowOptions): void {
    this.withoutRequests(client, options);
    const { path, platform, egress } = client;
    const { ports } = options;
    if (ports === undefined) {
      throw new Error(`${path}: allowTo(${this.name}) names no port: give at least one`);
    }
    egress.push({ peers: [cidrPeer(this.block, platform)], ports: ports.map(number => ({ number, protocol: this.protocol })) });
  }
}
