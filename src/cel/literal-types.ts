import { Ast } from './ast';
import { Substitution } from './substitution';
import { DYN, Type, write } from './types';

/** The types of the entries of literals, which must be one, whatever the rest of an expression makes of them. */
export class LiteralTypes {
  private readonly pairs: Array<readonly [ast: Ast, first: Type, other: Type]> = [];

  /** How many calls of format() it is in: only there literals may mix types. */
  private mayMix = 0;

  public constructor(private readonly substitution: Substitution) {}

  /** The type that all entries fit. */
  public join(types: readonly Type[], ast: Ast): Type {
    const [first, ...others] = types;
    others.forEach(other => this.mayMix === 0 && this.pairs.push([ast, first, other]));
    return types.length === 0 ? Substitution.fresh()
      : others.reduce((joined, type) => this.substitution.assign(joined, type) ? this.substitution.general(joined, type) : DYN, first);
  }

  /** What is visited meanwhile may mix types. */
  public mixing<T>(visit: () => T): T {
    this.mayMix++;
    const result = visit();
    this.mayMix--;
    return result;
  }

  /** The first literal that mixes types, once all types are known. */
  public mixed(): { readonly ast: Ast; readonly message: string } | undefined {
    for (const [ast, first, other] of this.pairs) {
      const [a, b] = [first, other].map(type => write(this.substitution.apply(type, true)));
      if (a !== b) {
        return { ast, message: `a literal mixes ${a} and ${b}` };
      }
    }
    return undefined;
  }
}
