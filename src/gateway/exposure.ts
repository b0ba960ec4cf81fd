import * as kplus from 'cdk8s-plus-28';
import { AuthenticationFacts } from './authentication';
import { hostAsName } from './host';
import { ROOT } from './path';
import { ServerCertificate } from './server-certificate';
import { TenantFacts } from '../tenancy/tenant-facts';

/** How many requests are let through in a number of seconds. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/** A workload that is reached by a host, and beginnings of paths there. */
export interface Exposure {
  readonly construct: kplus.Workload;

  readonly tenant: TenantFacts;
  readonly host: string;
  readonly paths: readonly string[];

  /** The port of its containers. */
  readonly containerPort: number;

  /** The Service in its namespace, and the port of that. */
  readonly service: string;
  readonly servicePort: number;
  readonly grpc: boolean;
  readonly authentication?: AuthenticationFacts;
  readonly certificate?: ServerCertificate;
  readonly limit?: Limit;
}

/** A name for the objects of an exposure: `web-shop-example-com`, and `web-shop-example-com-api` for `/api`. */
export function nameOf({ construct, host, paths: [first] }: Exposure): string {
  const path = first === ROOT ? '' : first.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '');
  return `${construct.name}-${hostAsName(host)}${path}`;
}

/** The hosts of exposures, each once, in order. */
export function hostsOf(exposures: readonly Exposure[]): string[] {
  return [...new Set(exposures.map(({ host }) => host))].sort();
}

/** Refuses what would lead one request to two workloads. What begins deeper comes first, so that one may be within another. */
export function refuseOverlap(exposures: readonly Exposure[], { host, paths, construct, grpc }: Exposure): void {
  for (const other of exposures.filter(each => each.host === host)) {
    const shared = paths.find(path => other.paths.includes(path));
    if (shared !== undefined) {
      throw new Error(`${construct.node.path}: ${host}${shared} leads to ${other.construct.node.path} already: give one of the two another host or other paths`);
    }
    if (other.grpc !== grpc) {
      throw new Error(`${construct.node.path}: ${host} speaks ${other.grpc ? 'gRPC' : 'HTTP'} to ${other.construct.node.path}, and a host speaks one protocol: give one of the two another host`);
    }
  }
}
