import { Chart } from 'cdk8s';

/** An option of cdk8s-plus set alone: what is written, and all that follows from it in the output. */
export interface Option {
  /** Properties of the workload. */
  readonly props?: (scope: Chart) => any;

  /** Properties of its container. */
  readonly container?: (scope: Chart) => any;

  /** Much follows from it, so it is not tried together with others. */
  readonly alone?: boolean;

  /** The leaves of the pod template that it changes; gone ones are `undefined`. */
  readonly template?: { readonly [path: string]: unknown };

  /** The leaves of the rest of the object that it changes. */
  readonly object?: { readonly [path: string]: unknown };

  /** The kinds that have the option; by default all. */
  readonly kinds?: readonly string[];
}

export interface Options { readonly [name: string]: Option }

/** The path of a field of the first container. */
export const main = (fields: { readonly [path: string]: unknown }) =>
  Object.fromEntries(Object.entries(fields).map(([path, value]) => [`spec.containers[main].${path}`, value]));
