import { Flow } from '../edge';
import { Workload } from '../endpoint';
import { Behind } from '../services';

/** A workload that an entry sends to, and the requests that it sends there. */
export interface Target extends Behind { readonly requests?: string }

/** A way into the cluster: who is outside reaches its listeners, and it reaches what it is told to. */
export interface Entry {
  /** Whoever it is to policies: pods that nobody wrote, of which more or less is known. Nothing where there are no pods between. */
  readonly workload?: Workload;
  readonly id: string;

  /** Whether it is there for itself, and not only for others to talk to. */
  readonly judged: boolean;

  /** Whether it is a proxy of Istio, which proves who it is. */
  readonly inIstio: boolean;

  /** What is open to the outside, and how it travels. */
  readonly listeners: readonly Flow[];
  readonly targets: readonly Target[];
}
