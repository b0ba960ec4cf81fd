/** Requests over HTTP that have one of the methods and one of the paths; whatever they have, where these are left out. */
export interface Requests {
  readonly methods?: readonly string[];
  readonly paths?: readonly string[];
}

export const EVERY_REQUEST: Requests = {};

/** RFC 9110, section 5.6.2, without the star, which a mesh would read as a pattern. */
const METHOD = /^[!#$%&'+.^_`|~0-9A-Za-z-]+$/;

/** `/exact`, `/prefix/*` or `*suffix`. Istio reads braces as templates, and no path of a request has a query. */
const PATH = /^(\/[^*?#{}\s]*\*?|\*[^*?#{}\s]+)$/;

/** Refuses what is no method, and no path that every mesh understands. */
export function checkedRequests(path: string, { methods, paths }: Requests): Requests {
  const wrong = methods?.find(method => !METHOD.test(method));
  if (wrong !== undefined) {
    throw new Error(`${path}: "${wrong}" is not a method of HTTP: give one such as GET, or leave methods out for all of them`);
  }
  const pattern = paths?.find(each => !PATH.test(each));
  if (pattern !== undefined) {
    throw new Error(`${path}: "${pattern}" is not a path: give /exact, /prefix/* or *suffix, or leave paths out for all of them`);
  }
  for (const [name, list] of Object.entries({ methods, paths })) {
    if (list?.length === 0) {
      throw new Error(`${path}: ${name} is empty: give at least one, or leave ${name} out for all of them`);
    }
  }
  return written(methods && [...new Set(methods)].sort(), paths && [...new Set(paths)].sort());
}

export function isEvery({ methods, paths }: Requests): boolean {
  return methods === undefined && paths === undefined;
}

/** As the graph writes requests that proxies let through; nothing where these are all. */
export function writtenRequests(requests: readonly Requests[]): string | undefined {
  return requests.some(isEvery) ? undefined
    : requests.map(({ methods, paths }) => [methods, paths].filter(words => words !== undefined).map(words => words.join()).join(' ')).sort().join(', ');
}

/** The requests that are both, or nothing. A prefix and a suffix have no pattern in common, and so nothing. */
export function both(a: Requests, b: Requests): Requests | undefined {
  const methods = common(a.methods, b.methods, (one, other) => one === other);
  const paths = common(a.paths, b.paths, covers);
  return methods?.length === 0 || paths?.length === 0 ? undefined : written(methods, paths);
}

/** Each alternative once; where one is every request, that alone. */
export function alternatives(requests: readonly Requests[]): Requests[] {
  const unique = new Map(requests.map(each => [JSON.stringify(each), each]));
  return requests.some(isEvery) ? [EVERY_REQUEST] : [...unique.keys()].sort().map(key => unique.get(key)!);
}

/** What is left out is not written, so that equal ones are written alike. */
function written(methods: Names, paths: Names): Requests {
  return { ...methods === undefined ? {} : { methods }, ...paths === undefined ? {} : { paths } };
}

type Names = readonly string[] | undefined;

function common(a: Names, b: Names, includes: (outer: string, inner: string) => boolean): Names {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  const within = (inner: readonly string[], outer: readonly string[]) => inner.filter(each => outer.some(other => includes(other, each)));
  return [...new Set([...within(a, b), ...within(b, a)])].sort();
}

/** Whether every path of the one pattern is one of the other. */
export function covers(outer: string, inner: string): boolean {
  if (outer.endsWith('*')) {
    return inner.startsWith(outer.slice(0, -1));
  }
  return outer.startsWith('*') ? inner.endsWith(outer.slice(1)) && !inner.endsWith('*') : outer === inner;
}
