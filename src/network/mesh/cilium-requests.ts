import { literal } from '../../connectivity/literal';
import { CiliumHttpRule } from '../../crds/cilium';
import { Requests } from '../requests';

/** A path may have a query behind it, which nobody means when a path is written, and which Cilium looks at as well. */
const QUERY = '(\\?.*)?';

/** Requests as Cilium tells them apart; nothing where all of them are meant. */
export function httpRules(alternatives: readonly Requests[]): CiliumHttpRule[] {
  return alternatives.flatMap(({ methods, paths = [undefined] }) => paths.map(path => ({
    ...methods === undefined ? {} : { method: `^${methods.length === 1 ? literal(methods[0]) : `(${methods.map(literal).join('|')})`}$` },
    ...path === undefined ? {} : { path: `^${pathPattern(path)}$` },
  })));
}

/** `/exact`, `/prefix/*` or `*suffix`. */
function pathPattern(path: string): string {
  return path.endsWith('*') ? `${literal(path.slice(0, -1))}.*`
    : path.startsWith('*') ? `[^?]*${literal(path.slice(1))}${QUERY}` : `${literal(path)}${QUERY}`;
}
