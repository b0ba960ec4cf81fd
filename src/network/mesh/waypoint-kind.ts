import { Construct } from 'constructs';
import type { Reached } from './mesh';
import { TenantFacts } from '../../tenancy/tenant-facts';
import { Rule } from '../rule';

/** A Service of a workload. */
export interface ServiceOfWorkload {
  readonly name: string;

  /** Its own TCP ports, and those of the pods that they lead to. */
  readonly ports: readonly { readonly port: number; readonly target: number }[];
}

/** A workload with a waypoint before it. What it says changes as more is allowed: ask it when it is rendered. */
export interface BehindWaypoint {
  readonly construct: Construct;
  readonly name: string;

  /** Those through which it is reached. */
  services(): readonly ServiceOfWorkload[];

  /** Its TCP ports that somebody may reach, and what there. */
  reached(): readonly Reached[];
}

/** How a mesh reads requests between clients and workloads: in pods of a tenant, which everything goes through that is sent to some of its Services. */
export interface WaypointKind {
  /** The name of the objects that are made for them. */
  readonly name: string;
  readonly matchLabels: { readonly [label: string]: string };
  readonly serviceAccount: string;

  /** What a Service carries whose requests go through them. */
  readonly serviceLabels: { readonly [label: string]: string };

  /** What they must reach besides workloads. */
  readonly egress: readonly Rule[];

  /** Makes those of a tenant. */
  make(scope: Construct, tenant: TenantFacts): void;

  /** Makes what says which requests of whom they let through to a workload. */
  authorize(server: BehindWaypoint): void;
}
