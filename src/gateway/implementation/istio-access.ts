import { IstioOperation, IstioRule } from '../../crds/istio-security';
import { Exposure, hostsOf } from '../exposure';
import { covers } from '../host';
import { isBefore, patternsOf, ROOT } from '../path';

const PLAIN = { key: 'destination.port', values: ['80'] };
const ENCRYPTED = { key: 'destination.port', values: ['443'] };

/** Whom a gateway lets in. What no rule is about it refuses: so only what is exposed is reached, even where somebody adds a route. */
export function accessRules(exposures: readonly Exposure[]): IstioRule[] {
  return [
    // There a redirection is all that anybody gets.
    { to: [{ operation: { hosts: hostsOf(exposures).flatMap(written) } }], when: [PLAIN] },
    ...exposures.map(exposure => ({
      ...exposure.authentication === undefined ? {} : { from: [{ source: { requestPrincipals: [`${exposure.authentication.issuer}/*`] } }] },
      to: [{ operation: operationOf(exposure, exposures) }],
      when: [ENCRYPTED, ...tokenOf(exposure)],
    })),
  ];
}

/** For what people are sent to log in. */
export function loginRules(exposures: readonly Exposure[], all: readonly Exposure[]): IstioRule[] {
  return exposures.map(exposure => ({ to: [{ operation: operationOf(exposure, all) }], when: [ENCRYPTED] }));
}

/**
 * The requests that are led to an exposure, and to no other. Rules add up: one that is about every path would else let in, by its own measure, what is
 * for another workload below.
 */
function operationOf({ host, paths }: Exposure, all: readonly Exposure[]): IstioOperation {
  const below = all.filter(other => other.host === host).flatMap(other => other.paths)
    .filter(path => !paths.includes(path) && paths.some(own => isBefore(own, path)));
  const within = hostsOf(all).filter(other => other !== host && covers(host, other));
  return {
    hosts: written(host),
    ...within.length === 0 ? {} : { notHosts: within.flatMap(written) },
    ...paths.includes(ROOT) ? {} : { paths: paths.flatMap(patternsOf) },
    ...below.length === 0 ? {} : { notPaths: below.flatMap(patternsOf) },
  };
}

function tokenOf({ authentication }: Exposure): { key: string; values: readonly string[] }[] {
  return authentication === undefined ? [] : [
    { key: 'request.auth.audiences', values: authentication.audiences },
    ...Object.entries(authentication.claims ?? {}).map(([claim, values]) => ({ key: `request.auth.claims[${claim}]`, values })),
  ];
}

/** A client may write the port. Istio matches a `*` at one end only. */
function written(host: string): string[] {
  return host.startsWith('*') ? [host, `${host}:443`] : [host, `${host}:*`];
}
