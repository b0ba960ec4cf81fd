/** One workload of the shop, as a row of data. */
export interface Workload {
  /** Of the Deployment, its label and, unless said otherwise, its image. */
  readonly name: string;
  /** @default - the name: the shop's makers build it */
  readonly image?: string;
  /** Of the container. */
  readonly container: string;
  /** @default - it listens nowhere */
  readonly port?: Port;
  readonly environment: { readonly [name: string]: string };
  /** @default - it has no probes */
  readonly probes?: Probes;
  readonly requests: Amounts;
  readonly limits: Amounts;
  /** @default - the cluster's own: 30 seconds */
  readonly graceSeconds?: number;
  /** @default - Kubernetes' own: one */
  readonly replicas?: number;
  /** @default true */
  readonly serviceAccount?: boolean;
  /**
   * A directory that lives as long as the pod, by its volume's name.
   * @default - none
   */
  readonly scratch?: { readonly name: string; readonly path: string };
  /** @default - the pods carry none */
  readonly annotations?: { readonly [name: string]: string };
  /** Something that must answer before the workload starts: a host and port. @default - it starts at once */
  readonly startsAfter?: string;
}

/** A port of a container. */
export interface Port { readonly number: number; readonly name?: string }

/** Amounts of CPU and memory, as Kubernetes writes them. */
export interface Amounts { readonly cpu: string; readonly memory: string }

/** How the kubelet asks, and how often: Kubernetes' own defaults where nothing is said. */
export interface Probes {
  readonly by: 'grpc' | 'tcp' | 'http';
  readonly ready: Rhythm;
  readonly alive: Rhythm;
}

/** In seconds. */
export interface Rhythm { readonly delay?: number; readonly period?: number }

/** A Service of the shop, as a row of data. */
export interface Exposure {
  readonly name: string;
  /** The workload it leads to. @default - its own name */
  readonly to?: string;
  readonly portName: string;
  readonly port: number;
  readonly targetPort: number;
  /** @default ClusterIP */
  readonly type?: string;
}
