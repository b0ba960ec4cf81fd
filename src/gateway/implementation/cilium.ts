import { Implementation } from './implementation';

/** Cilium: the proxy on each node is the gateway, and no pod. It speaks TLS 1.2 at least, without being told. */
export const ciliumGateway: Implementation = {
  name: 'Cilium',
  entity: 'ingress',
  cannot: (_, { authentication }) => authentication === undefined ? undefined
    : 'a gateway of Cilium authenticates nobody: name a class that does, such as eg, or let the workload do it',
};
