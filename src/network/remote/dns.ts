import { Listener } from './listener';
import { AllowOptions } from '../allow-options';
import { dnsRules } from '../dns';
import { Endpoint } from '../endpoint';

/** The name servers of the platform. Every pod of ours may ask them; this says it once more in the policy of one workload. */
export class NameServers extends Listener {
  public constructor() {
    super('Remote.dns()');
  }

  public allow(client: Endpoint, options: AllowOptions): void {
    this.withoutRequests(client, options);
    this.withoutPorts(client, options);
    client.egress.push(...dnsRules(client.platform.dns));
  }
}
