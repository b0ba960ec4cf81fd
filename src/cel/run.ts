/** An evaluation's values, by the place that the compiler gave to each name. */
export type Frame = unknown[];

/** A part of an expression, ready to be evaluated. */
export interface Run {
  (frame: Frame): unknown;

  /** Its value, where it is known without data. */
  readonly constant?: { readonly value: unknown };
}

export function constant(value: unknown): Run {
  return Object.assign(() => value, { constant: { value } });
}
