import { CiliumHttpRule } from '../../crds/cilium';
import { Requests } from '../requests';

/** What a regular expression of RE2 reads as something else than itself. */
const SPECIAL = /[\\^$.|?*+()[\]{}]/g;

/** A path may have a query behind it, which nobody means when a path is written, and which Cilium looks at as well. */
const QUERY = '(\\?.*)?';

/** Requests as Cilium tells them apart; nothing where all of them are meant. */
export function httpRules(alternatives: readonly Requests[]): CiliumHttpRule[] {
  return alternatives.flatMap(({ methods, paths = [undefined] }) => paths.map(path => ({
    ...methods === undefined ? {} : { method: `^${methods.length === 1 ? escaped(methods[0]) : `(${methods.map(escaped).join('|')})`}$` },
    ...path === undefined ? {} : { path: `^${pathPattern(path)}$` },
  })));
}

/** `/exact`, `/prefix/*` or `*suffix`. */
function pathPattern(path: string): string {
  return path.endsWith('*') ? `${escaped(path.slice(0, -1))}.*`
    : path.startsWith('*') ? `[^?]*${escaped(path.slice(1))}${QUERY}` : `${escaped(path)}${QUERY}`;
}

function escaped(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
