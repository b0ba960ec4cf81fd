import { Route } from './implementation';
import { subjectOf } from './istio-authorization';
import { EnvoyFilter, EnvoyPatch } from '../../crds/istio-networking';
import { Exposure, Limit } from '../exposure';
import { GatewayFacts } from '../gateway-facts';


const FILTER = 'envoy.filters.http.local_ratelimit';
const ALWAYS = { default_value: { numerator: 100, denominator: 'HUNDRED' } };

/** Limits by route, by the construct of a gateway. */
const LIMITS = new WeakMap<object, Map<string, Limit>>();

/** Istio has no object for it, Envoy has a filter: each pod of the gateway counts for itself. It comes first, so that nobody tires what looks at tokens. */
export function limitInIstio(gateway: GatewayFacts, { limit }: Exposure, route: Route): void {
  const { construct, name } = gateway;
  const subject = subjectOf(gateway);
  let limits = LIMITS.get(construct);
  if (limits === undefined) {
    const made = limits = new Map<string, Limit>();
    LIMITS.set(construct, made);
    new EnvoyFilter(construct, 'RateLimit', `${name}-rate-limit`, () => ({
      ...'selector' in subject ? { workloadSelector: { labels: subject.selector.matchLabels } } : subject,
      configPatches: [inserted(), ...[...made].sort(([a], [b]) => a < b ? -1 : 1).map(([of, each]) => limited(of, each))],
    }));
  }
  limits.set(route.name, limit!);
}

/** The filter, which limits nothing until a route says how much. */
function inserted(): EnvoyPatch {
  return {
    applyTo: 'HTTP_FILTER',
    match: { context: 'GATEWAY', listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager' } } } },
    patch: { operation: 'INSERT_FIRST', value: { name: FILTER, typed_config: typed({}) } },
  };
}

function limited(route: string, { requests, seconds }: Limit): EnvoyPatch {
  const bucket = { token_bucket: { max_tokens: requests, tokens_per_fill: requests, fill_interval: `${seconds}s` }, filter_enabled: ALWAYS, filter_enforced: ALWAYS };
  return {
    applyTo: 'HTTP_ROUTE',
    match: { context: 'GATEWAY', routeConfiguration: { vhost: { route: { name: route } } } },
    patch: { operation: 'MERGE', value: { typed_per_filter_config: { [FILTER]: typed(bucket) } } },
  };
}

function typed(config: object): object {
  return { '@type': 'type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit', 'stat_prefix': 'http_local_rate_limiter', ...config };
}
