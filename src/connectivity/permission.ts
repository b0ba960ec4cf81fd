import { PortSet } from './port-set';

/** What a policy lets through: ports, and where it looks into what is said there, which requests. */
export interface Permission {
  readonly ports: PortSet;

  /** As in `GET /api/*`; all of them where there is nothing. */
  readonly requests?: string;
}

export const ALL_TCP = PortSet.of('TCP');
export const ALL_BUT_TCP = PortSet.ALL.without(ALL_TCP);

/** What several permissions let through together: who is let in without a condition, needs not meet one. */
export function anyOfThem(permissions: readonly Permission[]): Permission[] {
  let whole = PortSet.NONE;
  const limited = new Map<string, PortSet>();
  for (const { ports, requests } of permissions) {
    if (requests === undefined) {
      whole = whole.or(ports);
    } else {
      limited.set(requests, (limited.get(requests) ?? PortSet.NONE).or(ports));
    }
  }
  const rest = [...limited].map(([requests, ports]) => ({ ports: ports.without(whole), requests })).filter(({ ports }) => !ports.isEmpty);
  return [...whole.isEmpty ? [] : [{ ports: whole }], ...joinedByPorts(rest)];
}

/** All requests that are let through on a port are one condition: one of them must be met. So ports are cut where these are not the same. */
function joinedByPorts(limited: readonly { readonly ports: PortSet; readonly requests: string }[]): Permission[] {
  const parts = limited.reduce<readonly { readonly ports: PortSet; readonly requests: readonly string[] }[]>((known, { ports, requests }) => [
    ...known.flatMap(each => [
      { ...each, ports: each.ports.without(ports) },
      { ports: each.ports.and(ports), requests: [...each.requests, requests] },
    ]),
    { ports: known.reduce((rest, each) => rest.without(each.ports), ports), requests: [requests] },
  ].filter(each => !each.ports.isEmpty), []);
  const joined = new Map<string, PortSet>();
  parts.map(({ ports, requests }) => ({ ports, written: [...requests].sort().join(', ') }))
    .forEach(({ ports, written }) => joined.set(written, (joined.get(written) ?? PortSet.NONE).or(ports)));
  return [...joined].map(([requests, ports]) => ({ ports, requests }));
}

/** What is let through on some ports only under one more condition. */
export function limitedOn(permissions: readonly Permission[], ports: PortSet, condition: string): Permission[] {
  return permissions.flatMap(each => [
    { ...each, ports: each.ports.without(ports) },
    { ports: each.ports.and(ports), requests: bothOf(each.requests, condition) },
  ]).filter(each => !each.ports.isEmpty);
}

/** Two conditions of which each must be met. */
export function bothOf(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || one === other ? other : other === undefined ? one : `${one}; ${other}`;
}
