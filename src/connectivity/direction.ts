import { Endpoint } from './endpoint';
import type { OwnSelection } from './peer-selection';
import { anyOfThem, Permission } from './permission';
import { PortSet } from './port-set';

/** To a workload, or from it. */
export type Direction = 'ingress' | 'egress';

/** Whether a rule is about whoever is on the other side. */
export interface Peers {
  (endpoint: Endpoint): boolean;

  /** What selects all the workloads among them, where that is known. */
  readonly selections?: readonly OwnSelection[];
}

/** The connections a rule is about, by who listens. */
export type Ports = (listening: Endpoint) => PortSet;

/** A rule of a policy: connections with some peers. */
export interface Rule {
  readonly peers: Peers;
  readonly ports: Ports;

  /** What is let through of what is said on them, as in `GET /api/*`; everything where there is nothing. */
  readonly requests?: string;

  /** Whether both ends must prove who they are: what one rule asks for is asked, though another does not. */
  readonly authenticated?: boolean;
}

/** A rule of an administrator's policy. */
export interface Decision extends Rule { readonly action: 'Allow' | 'Deny' | 'Pass' }

/** What policies say of one direction of a workload, tier by tier. */
export interface Policies {
  /** What administrators decide before everybody, the first that is about a connection first. */
  readonly admin: readonly Decision[];

  /** What NetworkPolicies allow, and those of Cilium; nothing where none is about the workload. */
  readonly allowed?: readonly Rule[];

  /** What policies of Cilium deny, whoever else allows it. */
  readonly denied: readonly Rule[];

  /** What administrators decide where no NetworkPolicy is about the workload. */
  readonly baseline: readonly Decision[];

  /** Whether some of it depends on requests. */
  readonly seesRequests: boolean;

  /** Whether some rule of it asks both ends to prove who they are. */
  readonly authenticates: boolean;
}

/** The connections on which the policies of one side ask both ends to prove who they are. */
export function authenticatedOn({ allowed = [], authenticates }: Policies, peer: Endpoint, listening: Endpoint): PortSet {
  return authenticates ? union(allowed.filter(({ authenticated }) => authenticated), peer, listening) : PortSet.NONE;
}

/** The connections that the policies of one side let through, all requests on them or some. */
export function letThrough(policies: Policies, peer: Endpoint, listening: Endpoint): PortSet {
  const { denied } = policies;
  const open = letThroughFirst(policies, peer, listening);
  return denied.length === 0 || open.isEmpty ? open : open.without(union(denied, peer, listening));
}

function letThroughFirst({ admin, allowed, baseline }: Policies, peer: Endpoint, listening: Endpoint): PortSet {
  const first = decide(admin, PortSet.ALL, peer, listening);
  if (allowed !== undefined) {
    const rules = union(allowed, peer, listening);
    return first === OPEN ? rules : first.allowed.or(first.undecided.and(rules));
  }
  const last = decide(baseline, first.undecided, peer, listening);
  return first.allowed.or(last.allowed).or(last.undecided);
}

/** The same, with the requests on which it depends. */
export function permitted(policies: Policies, peer: Endpoint, listening: Endpoint): Permission[] {
  const open = letThrough(policies, peer, listening);
  if (!policies.seesRequests || policies.allowed === undefined) {
    return [{ ports: open }];
  }
  return anyOfThem(policies.allowed.filter(rule => rule.peers(peer)).map(({ ports, requests }) => ({ ports: ports(listening).and(open), requests })));
}

function union(rules: readonly Rule[], peer: Endpoint, listening: Endpoint): PortSet {
  let all = PortSet.NONE;
  // A plain loop: it runs for each pair of workloads.
  for (const rule of rules) {
    all = rule.peers(peer) ? all.or(rule.ports(listening)) : all;
  }
  return all;
}

const OPEN = { allowed: PortSet.NONE, undecided: PortSet.ALL };

function decide(decisions: readonly Decision[], connections: PortSet, peer: Endpoint, listening: Endpoint): typeof OPEN {
  if (decisions.length === 0 && connections === PortSet.ALL) {
    return OPEN;
  }
  let open = connections;
  let allowed = PortSet.NONE;
  let passed = PortSet.NONE;
  for (const { action, peers, ports } of decisions) {
    if (!open.isEmpty && peers(peer)) {
      const decided = open.and(ports(listening));
      open = open.without(decided);
      allowed = action === 'Allow' ? allowed.or(decided) : allowed;
      passed = action === 'Pass' ? passed.or(decided) : passed;
    }
  }
  return { allowed, undecided: open.or(passed) };
}
