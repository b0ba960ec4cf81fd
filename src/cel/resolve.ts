import { Overload } from './overload';
import { Substitution } from './substitution';
import { DYN, isSame, Signature, signatureOf, Type, write } from './types';

/** Which of the ways to call something fit the arguments, and what it then gives: any type if they do not agree. */
export interface Resolved { readonly fitting: readonly Overload[]; readonly result: Type }

export function resolve(substitution: Substitution, candidates: readonly Overload[], args: readonly Type[]): Resolved | undefined {
  const fitting: Overload[] = [];
  let result: Type | undefined;
  for (const candidate of candidates) {
    const { parameters, result: gives } = instance(signatureOf(candidate.signature));
    if (substitution.assignAll(parameters, args)) {
      fitting.push(candidate);
      const type = substitution.apply(gives);
      result = result === undefined || isSame(result, type) ? type : DYN;
    }
  }
  return result === undefined ? undefined : { fitting, result };
}

/** Why nothing fits. */
export function refusal(substitution: Substitution, what: string, candidates: readonly Overload[], args: readonly Type[]): string {
  const signatures = candidates.map(({ signature }) => signatureOf(signature));
  return signatures.some(({ parameters }) => parameters.length === args.length)
    ? `no such overload: ${what} of ${args.map(type => write(substitution.apply(type))).join(', ')}`
    : `${what} does not take ${args.length - Number(signatures[0].member)} arguments`;
}

/** A signature whose variables are its own. */
function instance(signature: Signature): Signature {
  const fresh = new Map<number, Type>();
  const own = (type: Type): Type => {
    if (type.variable !== undefined) {
      fresh.set(type.variable, fresh.get(type.variable) ?? Substitution.fresh());
      return fresh.get(type.variable)!;
    }
    return type.parameters.length === 0 ? type : { kind: type.kind, parameters: type.parameters.map(own) };
  };
  return { member: signature.member, parameters: signature.parameters.map(own), result: own(signature.result) };
}
