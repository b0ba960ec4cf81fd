import { Client } from './mesh';
import { LinkerdIdentity } from '../../crds/linkerd-policy';

/** A client by the account of its pods, or by their namespace: the same text for the same. */
export const nameOfClient = ({ namespace = 'default', serviceAccount }: Client) => `${namespace}/${serviceAccount ?? '*'}`;

/** Whether it is kept to no requests. */
export const maySendEverything = ({ requests }: Client) => requests.length === 0;

/** Clients as Linkerd knows them, each once, in the order of their names. */
export function identitiesOf(clients: readonly Client[]): LinkerdIdentity[] {
  const unique = new Map(clients.map(client => [nameOfClient(client), client]));
  return [...unique.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, { namespace = 'default', serviceAccount }]) =>
    serviceAccount === undefined ? { kind: 'Namespace', name: namespace } : { kind: 'ServiceAccount', name: serviceAccount, namespace });
}
