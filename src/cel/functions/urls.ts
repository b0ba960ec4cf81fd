import { ofFirst } from '../cost';
import { FunctionTable, overload } from '../overload';
import { Url } from '../url';
import { CelMap } from '../values';

function query(url: Url): CelMap {
  const made = new CelMap();
  url.query.forEach((values, name) => made.add(name, values));
  return made;
}

/** Of URLs. */
export const URLS: FunctionTable = {
  url: overload('(string) -> url', Url.parse, { cost: ofFirst(1) }),
  isURL: overload('(string) -> bool', Url.isUrl),
  getScheme: overload('url.() -> string', (url: Url) => url.scheme),
  getHost: overload('url.() -> string', (url: Url) => url.host),
  getHostname: overload('url.() -> string', (url: Url) => url.hostname),
  getPort: overload('url.() -> string', (url: Url) => url.port),
  getEscapedPath: overload('url.() -> string', (url: Url) => url.path),
  getQuery: overload('url.() -> map(string, list(string))', query),
};
