import { Endpoint } from './endpoint';
import { PortSet } from './port-set';

/** To a workload, or from it. */
export type Direction = 'ingress' | 'egress';

/** Whether a rule is about whoever is on the other side. */
export type Peers = (endpoint: Endpoint) => boolean;

/** The connections a rule is about, by who listens. */
export type Ports = (listening: Endpoint) => PortSet;

/** A rule of a policy: connections with some peers. */
export interface Rule { readonly peers: Peers; readonly ports: Ports }

/** A rule of an administrator's policy. */
export interface Decision extends Rule { readonly action: 'Allow' | 'Deny' | 'Pass' }

/** What policies say of one direction of a workload, tier by tier. */
export interface Policies {
  /** What administrators decide before everybody, the first that is about a connection first. */
  readonly admin: readonly Decision[];

  /** What NetworkPolicies allow; nothing where none is about the workload. */
  readonly allowed?: readonly Rule[];

  /** What administrators decide where no NetworkPolicy is about the workload. */
  readonly baseline: readonly Decision[];
}

/** The connections that the policies of one side let through. */
export function letThrough({ admin, allowed, baseline }: Policies, peer: Endpoint, listening: Endpoint): PortSet {
  const first = decide(admin, PortSet.ALL, peer, listening);
  if (allowed !== undefined) {
    let rules = PortSet.NONE;
    // A plain loop: it runs for each pair of workloads.
    for (const rule of allowed) {
      rules = rule.peers(peer) ? rules.or(rule.ports(listening)) : rules;
    }
    return first.allowed.or(first.undecided.and(rules));
  }
  const last = decide(baseline, first.undecided, peer, listening);
  return first.allowed.or(last.allowed).or(last.undecided);
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
