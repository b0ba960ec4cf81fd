import { Construct } from 'constructs';
import { Client, Reachable, Reached } from './mesh';
import { IstioAuthorizationPolicy, IstioOperation, IstioRule, IstioSource, PeerAuthentication } from '../../crds/istio-security';
import { EVERY_REQUEST } from '../requests';

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
      ...Object.keys(matchLabels).length === 0 ? {} : { selector: { matchLabels } },
      action: 'ALLOW',
      rules: istioRules(server.reached()),
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

/** Clients that may do the same share a rule. */
export function istioRules(reached: readonly Reached[]): IstioRule[] {
  const byClient = new Map<string, { source: Source; operations: Map<string, IstioOperation> }>();
  for (const { port: { number }, clients } of reached) {
    for (const client of clients) {
      const source = sourceOf(client);
      const known = byClient.get(source.name) ?? { source, operations: new Map() };
      byClient.set(source.name, known);
      for (const requests of client.requests.length === 0 ? [EVERY_REQUEST] : client.requests) {
        const key = JSON.stringify(requests);
        const { ports = [] } = known.operations.get(key) ?? {};
        known.operations.set(key, { ports: [...new Set([...ports, String(number)])], ...requests });
      }
    }
  }
  const byOperations = new Map<string, { sources: Source[]; operations: IstioOperation[] }>();
  for (const { source, operations } of byClient.values()) {
    const all = [...operations.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, operation]) => operation);
    const key = JSON.stringify(all);
    byOperations.set(key, { operations: all, sources: [...byOperations.get(key)?.sources ?? [], source] });
  }
  const plainText = reached.filter(each => each.plainText).map(({ port: { number } }) => String(number));
  return [
    ...[...byOperations.values()].map(({ sources, operations }) => ({ from: from(sources), to: operations.map(operation => ({ operation })) }))
      .sort((a, b) => JSON.stringify(a.from) < JSON.stringify(b.from) ? -1 : 1),
    // For clients outside of the mesh only: one inside would else reach the port by the tunnel, which NetworkPolicies open as a whole.
    ...plainText.length === 0 ? [] : [{ from: [{ source: { notPrincipals: ['*'] } }], to: [{ operation: { ports: plainText } }] }],
  ];
}

interface Source {
  readonly kind: 'principals' | 'namespaces';
  readonly name: string;
}

function sourceOf({ namespace = 'default', serviceAccount }: Client): Source {
  return serviceAccount === undefined ? { kind: 'namespaces', name: namespace }
    : { kind: 'principals', name: `${TRUST_DOMAIN}/ns/${namespace}/sa/${serviceAccount}` };
}

/** What a source says must hold together, so each kind has one of its own. */
function from(sources: readonly Source[]): { source: IstioSource }[] {
  return (['namespaces', 'principals'] as const).map(kind => ({ kind, names: sources.filter(each => each.kind === kind).map(({ name }) => name).sort() }))
    .filter(({ names }) => names.length > 0).map(({ kind, names }) => ({ source: { [kind]: names } }));
}
