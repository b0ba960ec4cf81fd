import { AllowOptions } from './allow-options';
import { allow } from './edge';
import { Endpoint } from './endpoint';
import { makeObjects } from './endpoint-objects';
import { checkedPort } from './port';

/**
 * Says, as one of the two, that a client may reach a server, and makes the objects that this needs.
 *
 * @throws if a port is none, or there is none
 */
export function declare(by: Endpoint, client: Endpoint, server: Endpoint, { ports }: AllowOptions): void {
  ports?.forEach(port => checkedPort(by.path, port));
  if (ports?.length === 0) {
    throw new Error(`${by.path}: an edge between ${client.path} and ${server.path} names no port: give at least one, or leave ports out`);
  }
  allow(by, client, server, ports);
  makeObjects(client, []);
  makeObjects(server, [client]);
}
