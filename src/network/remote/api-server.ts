import { Listener } from './listener';
import { AllowOptions } from '../allow-options';
import { Endpoint } from '../endpoint';

/** The API server, at the addresses and the port that the platform gives. */
export class ApiServer extends Listener {
  public constructor() {
    super('Remote.apiServer()');
  }

  public allow(client: Endpoint, options: AllowOptions): void {
    this.withoutRequests(client, options);
    this.withoutPorts(client, options);
    const { path, platform: { apiServerCidrs, apiServerPort } } = client;
    if (apiServerCidrs.length === 0) {
      throw new Error(`${path}: where the API server is, is not known: give the Platform of its Tenant apiServerCidrs`);
    }
    client.egress.push({
      peers: apiServerCidrs.map(cidr => ({ ipBlock: { cidr } })), entities: ['kube-apiserver'], ports: [{ number: apiServerPort, protocol: 'TCP' }],
    });
  }
}
