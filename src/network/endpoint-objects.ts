import { ApiObject, Lazy } from 'cdk8s';
import { dnsRules } from './dns';
import { agreedPorts, inOneMesh, inOrder, peerOf, policyPorts } from './edge';
import { Endpoint } from './endpoint';
import { Reached } from './mesh/mesh';
import { policySpec, Rule } from './rule';

/**
 * Makes those objects of an endpoint that are missing for what it is allowed now. What they say is rendered late: what is allowed later counts.
 *
 * @param clients those that were allowed to it now; all, where it has changed itself
 */
export function makeObjects(endpoint: Endpoint, clients: Iterable<Endpoint> = endpoint.from.keys()): void {
  const { mesh, to, from, pods: { construct, name, matchLabels } } = endpoint;
  const alone = endpoint.tenant === undefined;
  if ((alone || to.size + from.size + endpoint.egress.length + endpoint.ingress.length > 0) && construct.node.tryFindChild('NetworkPolicy') === undefined) {
    new ApiObject(construct, 'NetworkPolicy', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name },
      spec: Lazy.any({ produce: () => policySpec(matchLabels, ingress(endpoint), egress(endpoint)) }),
    });
  }
  mesh.authorize({ construct, name, matchLabels, reached: () => reached(endpoint, endpoint.from.keys()) }, reached(endpoint, clients));
}

function ingress(server: Endpoint): Rule[] {
  return [
    ...inOrder(server.from.keys()).map(client => ({ peers: [peerOf(client, server)], ports: policyPorts(client, server) })),
    ...server.ingress,
  ];
}

function egress(client: Endpoint): Rule[] {
  return [
    // In a tenant, its default policy lets all pods resolve names.
    ...client.tenant === undefined ? dnsRules(client.platform.dns) : [],
    ...inOrder(client.to.keys()).map(server => ({ peers: [peerOf(server, client)], ports: policyPorts(client, server) })),
    ...client.egress,
  ];
}

function reached(server: Endpoint, by: Iterable<Endpoint>): Reached[] {
  const clients = inOrder(by).filter(client => inOneMesh(client, server)).map(client => ({
    ports: new Set(agreedPorts(client, server).map(({ number }) => number)),
    client: { namespace: client.namespace, serviceAccount: client.pods.serviceAccount },
  }));
  return server.served.filter(({ protocol }) => protocol === 'TCP')
    .map(port => ({
      port,
      clients: clients.filter(({ ports }) => ports.has(port.number)).map(({ client }) => client),
      plainText: server.plainText.includes(port),
    }))
    .filter(each => each.plainText || each.clients.length > 0);
}
