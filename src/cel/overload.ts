/** One way to call a function. */
export interface Overload {
  /** What it takes and gives, such as `string.(string) -> bool` of a member, or `(string) -> int`. */
  readonly signature: string;

  /** What it does, on arguments of these types. It throws where it fails. */
  readonly call: (...args: any[]) => unknown;

  /** What a call costs, from its arguments and its result. By default 1. */
  readonly cost?: Cost;

  /** The same where only the arguments tell that it is this one. By default the same cost. */
  readonly uncertainCost?: Cost;

  /** Whether it is called on values of whatever type where the type is not known before. */
  readonly unguarded?: boolean;

  /** The first minor of Kubernetes whose API server lets a new policy call it. By default all. */
  readonly since?: number;
}

export type Cost = (args: readonly unknown[], result: unknown) => number;

export interface FunctionTable { readonly [name: string]: readonly Overload[] }

/** Overloads that do the same on other types. */
export function overloads(signatures: readonly string[], call: Overload['call'], more: Omit<Overload, 'signature' | 'call'> = {}): readonly Overload[] {
  return signatures.map(signature => ({ signature, call, ...more }));
}

export function overload(signature: string, call: Overload['call'], more: Omit<Overload, 'signature' | 'call'> = {}): readonly Overload[] {
  return overloads([signature], call, more);
}
