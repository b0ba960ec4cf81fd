import { textMatches } from './text-match';
import { JsonObject } from '../../inventory/manifest';
import { literalIn } from '../literal';
import { mappingIn, mappingsIn } from '../shape';

/** Requests that a route is about, by method and path, as in `/exact`, `/prefix/*`, `*suffix` or `~expression`: all, where it says neither. */
export interface RouteMatch {
  readonly method?: string;
  readonly path?: string;
}

/** A character within a segment of a path, but a dot. What programs may read as a dot, a slash or a backslash is none. */
const CHARACTER = '[^/.%\\\\]|%(?:[013-46-9A-Fa-f][0-9A-Fa-f]|2[0-9A-Da-d]|5[0-9ABD-Fabd-f])';
const SEGMENT = `(?:\\.?(?:${CHARACTER})(?:${CHARACTER}|\\.)*)?`;

/** A regular expression for what lies below a path. It leads out of it nowhere: Linkerd resolves no `..`, and programs do. */
export const BELOW = `${SEGMENT}(?:/${SEGMENT})*`;

/** The matches of a route of Gateway API, or of Linkerd. A rule without any is about all. */
export function matchesOf(spec: JsonObject): RouteMatch[] {
  return mappingsIn(spec.rules, 'spec.rules').flatMap((rule, index) => {
    const matches = mappingsIn(rule.matches, `spec.rules[${index}].matches`).map(matchOf);
    return matches.length === 0 ? [{}] : matches;
  });
}

/** The requests that a route is about, as in `GET /api/*`; `all requests` where it is about all. */
export function requestsOf(spec: JsonObject): string {
  const matches = matchesOf(spec).map(written);
  const words = [...new Set(matches)].filter(text => text !== '');
  return words.length === 0 || words.length < matches.length ? ALL : words.join(', ');
}

const ALL = 'all requests';

/** The requests of several matches, in an order that does not depend on theirs. What another match holds too is not written. */
export function writtenMatches(matches: readonly RouteMatch[]): string {
  const unique = [...new Map(matches.map(match => [written(match), match])).values()];
  const words = unique.filter(each => !unique.some(other => other !== each && holds(other, each))).map(written);
  return words.length === 0 || words.includes('') ? ALL : words.sort().join(', ');
}

function holds(outer: RouteMatch, inner: RouteMatch): boolean {
  return (outer.method === undefined || outer.method === inner.method)
    && (outer.path === undefined || inner.path !== undefined && textMatches(outer.path, inner.path));
}

function written({ method, path }: RouteMatch): string {
  return [method, path].filter(word => word !== undefined).join(' ');
}

/** A path is a prefix unless it says otherwise; a gRPC method has a service before it. */
function matchOf({ method, path }: JsonObject): RouteMatch {
  const { type = 'PathPrefix', value } = mappingIn(path, 'path');
  return {
    method: typeof method === 'object' && method !== null ? `${method.service ?? '*'}/${method.method ?? '*'}` : method,
    path: value === undefined || type === 'PathPrefix' && value === '/' ? undefined
      : type === 'PathPrefix' ? `${String(value).replace(/\/$/, '')}/*`
        : type === 'RegularExpression' ? pathIn(String(value)) : value,
  };
}

/** What a regular expression says, where it says no more than that all begins or ends so. */
function pathIn(pattern: string): string {
  const [beginning, end] = [['^', `${BELOW}$`], ['^.*', '$']].map(([before, after]) =>
    pattern.startsWith(before) && pattern.endsWith(after) ? literalIn(pattern.slice(before.length, -after.length)) : undefined);
  return beginning !== undefined ? `${beginning}*` : end !== undefined ? `*${end}` : `~${pattern}`;
}
