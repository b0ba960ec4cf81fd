import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { WaypointKind } from './waypoint-kind';
import { MeshKind } from '../../model/mesh-kind';
import { Port } from '../port';
import { Requests } from '../requests';
import { Rule } from '../rule';

/** A client of a workload, as the mesh knows it: the service account of its pods, or every pod of a namespace. */
export interface Client {
  readonly namespace?: string;

  /** Nothing where all pods of the namespace are meant. */
  readonly serviceAccount?: string;

  /** What selects its pods in the namespace. */
  readonly matchLabels: { readonly [label: string]: string };

  /** Alternatives that it is kept to; nothing where it may send whatever it likes. */
  readonly requests: readonly Requests[];
}

/** A port of a workload and who may reach it. Nobody is who has no right to. */
export interface Reached {
  readonly port: Port;
  readonly clients: readonly Client[];

  /** Whether clients outside of the mesh may reach it, in plain text. */
  readonly plainText: boolean;
}

/** A name outside of the cluster, and a port there. */
export interface Host {
  readonly name: string;
  readonly port: number;
}

/** A path that the kubelet gets on a port of a workload, to see how it is. */
export interface Probe {
  readonly port: number;
  readonly path: string;
}

/** A workload that clients reach. What it says changes as more is allowed: ask it when it is rendered. */
export interface Reachable {
  readonly construct: Construct;
  readonly name: string;

  /** What selects its pods. */
  readonly matchLabels: { readonly [label: string]: string };

  /** Names outside of the cluster that it may reach. */
  readonly hosts: readonly Host[];

  /** Its TCP ports that somebody may reach. Meshes carry nothing else. */
  reached(): readonly Reached[];

  /** What the kubelet asks it. */
  probes(): readonly Probe[];
}

/** The policy of pods. What it lets through changes as more is allowed: ask it when it is rendered. */
export interface Policy {
  readonly name: string;

  /** What was declared of the pods. */
  readonly annotations: { readonly [annotation: string]: string };

  /** What selects the pods: all of the namespace where there is nothing. */
  readonly matchLabels: { readonly [label: string]: string };

  /** Names outside of the cluster that they may reach. */
  readonly hosts: readonly Host[];

  /** Where they resolve names. */
  readonly dns: readonly Rule[];

  ingress(): readonly Rule[];
  egress(): readonly Rule[];
}

/** What a service mesh asks of manifests. */
export interface Mesh {
  readonly kind: MeshKind;

  /** Whether each pod gets a proxy, and so the mesh needs its CNI plugin and Jobs need native sidecars. */
  readonly sidecar: boolean;

  /** Whether it tells requests over HTTP by their method and path. */
  readonly readsRequests: boolean;

  /**
   * What keeps it from telling apart what the clients of a port may send, and what to do about it; nothing where it can.
   *
   * @param probed the paths that the kubelet gets there
   * @default - it always can, where it reads requests
   */
  readonly confused?: (clients: readonly Client[], probed: readonly string[]) => string | undefined;

  /** What reads them between clients and workloads, where nothing beside a workload does. */
  readonly waypoints?: WaypointKind;

  /** Whether what lets in clients is about one workload, so that what is allowed to a whole tenant is made for each workload of it. */
  readonly perWorkload: boolean;

  /** Whether it keeps pods to the names outside of the cluster that they may reach, so that no NetworkPolicy opens more. */
  readonly resolvesHosts: boolean;

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

  /** Requests as the graph writes those that the mesh lets through; nothing where these are all. */
  writtenRequests(requests: readonly Requests[]): string | undefined;

  /** Makes the policy of pods: a NetworkPolicy, unless the mesh has one of its own that says more. */
  makePolicy(scope: Construct, id: string, policy: Policy): ApiObject;

  /**
   * Makes a name outside of the cluster known in a namespace, where it is not yet.
   *
   * @param scope one for the namespace
   * @param ports those that its workloads may reach it on, when it is rendered
   */
  knowHost(scope: Construct, host: string, ports: () => readonly number[]): void;

  /**
   * Makes those objects that are missing by which clients may reach a workload. Called again whenever more is allowed.
   *
   * @param more what was allowed now: a workload with many clients does not look at all of them for each
   */
  authorize(server: Reachable, more: readonly Reached[]): void;
}
