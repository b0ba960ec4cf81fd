import { JsonObject } from '../../inventory/manifest';
import { mappingIn, mappingsIn } from '../shape';

/** The requests that a route of Gateway API, or of Linkerd, is about, as in `GET /api/*`; `all requests` where it is about all. */
export function requestsOf(spec: JsonObject): string {
  const matches = mappingsIn(spec.rules, 'spec.rules').flatMap((rule, index) => mappingsIn(rule.matches, `spec.rules[${index}].matches`));
  const words = [...new Set(matches.map(matchOf))].filter(text => text !== '');
  return words.length === 0 || words.length < matches.length ? 'all requests' : words.join(', ');
}

/** A path is a prefix unless it says otherwise; a gRPC method has a service before it. */
function matchOf({ method, path }: JsonObject): string {
  const grpc = typeof method === 'object' && method !== null ? `${method.service ?? '*'}/${method.method ?? '*'}` : method;
  const { type = 'PathPrefix', value } = mappingIn(path, 'path');
  const written = value === undefined || type === 'PathPrefix' && value === '/' ? undefined : type === 'PathPrefix' ? `${String(value).replace(/\/$/, '')}/*` : value;
  return [grpc, written].filter(word => word !== undefined).join(' ');
}
