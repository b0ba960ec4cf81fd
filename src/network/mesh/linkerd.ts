import { identitiesOf, maySendEverything } from './linkerd-clients';
import { confusedBy, writtenForLinkerd } from './linkerd-requests';
import { EVERYBODY, hasRoutes, makeRoutes } from './linkerd-routes';
import { Mesh, Reachable, Reached } from './mesh';
import { LinkerdAuthorizationPolicy, LinkerdServer, MeshTlsAuthentication, NetworkAuthentication } from '../../crds/linkerd-policy';
import { MeshKind } from '../../model/mesh-kind';
import { makeNetworkPolicy } from '../network-policy';
import { Rule } from '../rule';

/** The port of the proxy that takes all TCP traffic from other pods of the mesh. */
const PROXY = { number: 4143, protocol: 'TCP' };

const controlPlane = (component: string, ...ports: number[]): Rule => ({
  peers: [{
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'linkerd' } },
    podSelector: { matchLabels: { 'linkerd.io/control-plane-component': component } },
  }],
  ports: ports.map(number => ({ number, protocol: 'TCP' })),
});

/**
 * Linkerd, with a sidecar in each pod. As in Istio ambient, NetworkPolicies see one port for all: they say who talks to whom, and the objects of
 * Linkerd on which port. It authorizes the probes of the kubelet by itself, where a
 * Server has no routes.
 */
export const linkerd: Mesh = {
  kind: MeshKind.LINKERD,
  sidecar: true,
  readsRequests: true,
  confused: confusedBy,
  perWorkload: true,
  resolvesHosts: false,
  namespaceLabels: {},
  namespaceAnnotations: { 'linkerd.io/inject': 'enabled', 'config.linkerd.io/default-inbound-policy': 'deny' },
  // A proxy that starts before the application and ends with it: Jobs can end.
  podAnnotations: { 'config.beta.linkerd.io/proxy-enable-native-sidecar': 'true' },
  ingress: [],
  egress: [controlPlane('identity', 8080), controlPlane('destination', 8086, 8090)],
  carrying: port => port.protocol === 'TCP' ? PROXY : port,
  writtenRequests: writtenForLinkerd,
  makePolicy: makeNetworkPolicy,
  // The annotation of the namespace denies what no Server lets in, so there is nothing more to make.
  closeTenant: () => undefined,
  knowHost: () => undefined,
  authorize: (server, more) => more.forEach(reached => authorizePort(server, reached)),
};

/**
 * A Server takes one port, so each port has objects of its own. Who may send everything is authorized on the Server, and who may not on its routes.
 * Linkerd refuses an authentication of nobody, so they are made when there is somebody.
 */
function authorizePort(server: Reachable, { port: { number }, clients, plainText }: Reached): void {
  const { construct, matchLabels } = server;
  const name = `${server.name}-${number}`;
  const target = { kind: 'Server' as const, name };
  const missing = (id: string) => construct.node.tryFindChild(`${id}-${number}`) === undefined;
  if (missing('Server')) {
    new LinkerdServer(construct, `Server-${number}`, name, { podSelector: { matchLabels }, port: number, accessPolicy: 'deny' });
  }
  if (clients.some(maySendEverything) && missing('AuthorizationPolicy')) {
    new LinkerdAuthorizationPolicy(construct, `AuthorizationPolicy-${number}`, name, target, 'MeshTLSAuthentication');
    new MeshTlsAuthentication(construct, `MeshTLSAuthentication-${number}`, name, () =>
      identitiesOf((server.reached().find(({ port }) => port.number === number)?.clients ?? []).filter(maySendEverything)));
  }
  if (hasRoutes(server, number) || clients.some(client => !maySendEverything(client))) {
    makeRoutes(server, number);
  }
  if (plainText && missing('PlainTextAuthorizationPolicy')) {
    const plain = `${name}-plain-text`;
    new LinkerdAuthorizationPolicy(construct, `PlainTextAuthorizationPolicy-${number}`, plain, target, 'NetworkAuthentication');
    new NetworkAuthentication(construct, `NetworkAuthentication-${number}`, plain, EVERYBODY);
  }
}
