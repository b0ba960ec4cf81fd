import { Listener } from './listener';
import { publicAddresses } from './public-addresses';
import { AllowOptions } from '../allow-options';
import { Endpoint } from '../endpoint';

/** The Internet: every address but those that are of nobody there, and of nodes and metadata services. */
export class AnywhereButPrivate extends Listener {
  public constructor() {
    super('Remote.anywhereButPrivate()');
  }

  public allow(client: Endpoint, options: AllowOptions): void {
    this.withoutRequests(client, options);
    const { path, platform, egress } = client;
    const { ports } = options;
    if (ports === undefined) {
      throw new Error(`${path}: allowTo(${this.name}) names no port: give at least one, such as 443`);
    }
    egress.push({ peers: publicAddresses(platform), ports: ports.map(number => ({ number, protocol: 'TCP' })) });
  }
}
