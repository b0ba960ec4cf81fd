import { Construct } from 'constructs';
import { MeshKind } from '../../model/mesh-kind';
import { Port } from '../port';
import { Rule } from '../rule';

/** A client of a workload, as the mesh knows it: the service account of its pods. */
export interface Client {
  readonly namespace?: string;
  readonly serviceAccount: string;
}

/** A port of a workload and who may reach it. Nobody is who has no right to. */
export interface Reached {
  readonly port: Port;
  readonly clients: readonly Client[];

  /** Whether clients outside of the mesh may reach it, in plain text. */
  readonly plainText: boolean;
}

/** A workload that clients reach. What it says changes as more is allowed: ask it when it is rendered. */
export interface Reachable {
  readonly construct: Construct;
  readonly name: string;

  /** What selects its pods. */
  readonly matchLabels: { readonly [label: string]: string };

  /** Its TCP ports that somebody may reach. Meshes carry nothing else. */
  reached(): readonly Reached[];
}

/** What a service mesh asks of manifests. */
export interface Mesh {
  readonly kind: MeshKind;

  /** Whether each pod gets a proxy, and so the mesh needs its CNI plugin and Jobs need native sidecars. */
  readonly sidecar: boolean;

  /** What brings the pods of a namespace into the mesh. */
  readonly namespaceLabels: { readonly [label: string]: string };
  readonly namespaceAnnotations: { readonly [annotation: string]: string };

  /** What each pod template says to the mesh, unless its author says something else. */
  readonly podAnnotations: { readonly [annotation: string]: string };

  /** What every pod needs besides what its author allows. */
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];

  /** The port that a NetworkPolicy sees where two pods of the mesh talk on a port. */
  carrying(port: Port): Port;

  /** Makes the objects by which a tenant takes mutual TLS only, and lets nobody in. */
  closeTenant(tenant: Construct): void;

  /**
   * Makes those objects that are missing by which clients may reach a workload. Called again whenever more is allowed.
   *
   * @param more what was allowed now: a workload with many clients does not look at all of them for each
   */
  authorize(server: Reachable, more: readonly Reached[]): void;
}
