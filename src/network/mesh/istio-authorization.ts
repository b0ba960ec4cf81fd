import { Construct } from 'constructs';
import { Client, Reachable, Reached } from './mesh';
import { IstioAuthorizationPolicy, IstioRule, IstioSource, PeerAuthentication } from '../../crds/istio-security';

/** Istio reads this trust domain as its own, whatever that is called. */
const TRUST_DOMAIN = 'cluster.local';

/** Mutual TLS only, and nobody is let in: the first holds for pods that nothing else is said of, the second until something else is. */
export function closeIstioTenant(tenant: Construct): void {
  new PeerAuthentication(tenant, 'PeerAuthentication', 'default', () => ({ mtls: { mode: 'STRICT' } }));
  new IstioAuthorizationPolicy(tenant, 'AuthorizationPolicy', 'allow-nothing', () => ({}));
}

/** One AuthorizationPolicy a workload, and a PeerAuthentication where it takes plain text on a port. */
export function authorizeInIstio(server: Reachable, more: readonly Reached[]): void {
  const { construct, name, matchLabels } = server;
  const missing = (id: string) => construct.node.tryFindChild(id) === undefined;
  if (more.length > 0 && missing('AuthorizationPolicy')) {
    new IstioAuthorizationPolicy(construct, 'AuthorizationPolicy', name, () => ({
      selector: { matchLabels },
      action: 'ALLOW',
      rules: rules(server.reached()),
    }));
  }
  if (more.some(({ plainText }) => plainText) && missing('PeerAuthentication')) {
    new PeerAuthentication(construct, 'PeerAuthentication', name, () => ({
      selector: { matchLabels },
      mtls: { mode: 'STRICT' },
      portLevelMtls: Object.fromEntries(server.reached().filter(({ plainText }) => plainText)
        .map(({ port: { number } }) => [String(number), { mode: 'PERMISSIVE' as const }])),
    }));
  }
}

/** Clients that may reach the same ports share a rule. */
function rules(reached: readonly Reached[]): IstioRule[] {
  const portsByPrincipal = new Map<string, string[]>();
  for (const { port: { number }, clients } of reached) {
    for (const client of new Set(clients.map(principal))) {
      portsByPrincipal.set(client, [...portsByPrincipal.get(client) ?? [], String(number)]);
    }
  }
  const principalsByPorts = new Map<string, string[]>();
  for (const [client, ports] of portsByPrincipal) {
    principalsByPorts.set(ports.join(), [...principalsByPorts.get(ports.join()) ?? [], client].sort());
  }
  const plainText = reached.filter(each => each.plainText).map(({ port: { number } }) => String(number));
  return [
    ...[...principalsByPorts.values()].sort().map(principals => rule({ principals }, portsByPrincipal.get(principals[0])!)),
    // For clients outside of the mesh only: one inside would else reach the port by the tunnel, which NetworkPolicies open as a whole.
    ...plainText.length === 0 ? [] : [rule({ notPrincipals: ['*'] }, plainText)],
  ];
}

function rule(source: IstioSource, ports: readonly string[]): IstioRule {
  return { from: [{ source }], to: [{ operation: { ports } }] };
}

function principal({ namespace = 'default', serviceAccount }: Client): string {
  return `${TRUST_DOMAIN}/ns/${namespace}/sa/${serviceAccount}`;
}
