import { Construct } from 'constructs';
import type { Probe } from './mesh/mesh';
import { Port } from './port';

/** Pods as their network sees them: those of a workload, of a gateway, or of whole tenants. What may change later is asked anew each time. */
export interface Pods {
  /** What they are of: below it their objects are made, and errors name its path. */
  readonly construct: Construct;

  /**
   * What errors call them.
   *
   * @default - the path of the construct
   */
  readonly title?: string;

  /**
   * Their kind where they are of one object: a workload, or a gateway.
   *
   * @default - they are all that the labels select
   */
  readonly kind?: string;

  /** The name of the objects that are made for them. */
  readonly name: string;
  readonly namespace?: string;

  /** Labels of their namespaces, where these are not one alone. */
  readonly namespaceLabels?: { readonly [label: string]: string };

  /** What selects them in their namespace: all pods of it where there is nothing. */
  readonly matchLabels: { readonly [label: string]: string };

  /** The name of their service account, which is their identity in a mesh. Pods of several have none. */
  readonly serviceAccount?: string;

  /** The ports that their containers serve now. */
  readonly served: readonly Port[];

  /**
   * What the kubelet asks them over HTTP.
   *
   * @default - nothing
   */
  readonly probes?: readonly Probe[];

  /** Whether they end by themselves, as those of Jobs do. */
  readonly end: boolean;

  /**
   * Whether they send requests to pods themselves, past their Services, as gateways do and what scrapes metrics.
   *
   * @default false
   */
  readonly pastServices?: boolean;
}
