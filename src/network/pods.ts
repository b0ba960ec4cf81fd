import { Construct } from 'constructs';
import { Port } from './port';

/** Pods as their network sees them: those of a workload, or of a gateway. What may change later is asked anew each time. */
export interface Pods {
  /** What they are of: below it their objects are made, and errors name its path. */
  readonly construct: Construct;

  /** The name of the objects that are made for them. */
  readonly name: string;
  readonly namespace?: string;

  /** What selects them in their namespace. */
  readonly matchLabels: { readonly [label: string]: string };

  /** The name of their service account, which is their identity in a mesh. */
  readonly serviceAccount: string;

  /** The ports that their containers serve now. */
  readonly served: readonly Port[];

  /** Whether they end by themselves, as those of Jobs do. */
  readonly end: boolean;
}
