import { DYN, Type } from './types';

/** Types whose values may be null. */
const NULLABLE = /^(?:google\.protobuf\.|kubernetes\.|net\.|optional_type$)/;

let last = 0;

/** What is known of type variables, and whether types fit each other. */
export class Substitution {
  /** A variable of which nothing is known. */
  public static fresh(): Type {
    return { kind: 'variable', parameters: [], variable: ++last };
  }

  private readonly bound = new Map<number, Type>();

  /** What was bound before, step by step, so that an attempt can be taken back. */
  private readonly history: Array<readonly [variable: number, before: Type | undefined]> = [];

  /** The type with all that is known of its variables; what stays unknown is dyn where `closed`. */
  public apply(type: Type, closed = false): Type {
    if (type.variable !== undefined) {
      const known = this.bound.get(type.variable);
      return known === undefined ? closed ? DYN : type : this.apply(known, closed);
    }
    return type.parameters.length === 0 ? type : { kind: type.kind, parameters: type.parameters.map(part => this.apply(part, closed)) };
  }

  /** Whether values of one type may stand for another, learning about variables where it is so, and nothing where not. */
  public assign(target: Type, source: Type): boolean {
    return this.assignAll([target], [source]);
  }

  public assignAll(targets: readonly Type[], sources: readonly Type[]): boolean {
    const before = this.history.length;
    const fits = targets.length === sources.length && targets.every((target, index) => this.unify(target, sources[index]));
    while (!fits && this.history.length > before) {
      const [variable, type] = this.history.pop()!;
      type === undefined ? this.bound.delete(variable) : this.bound.set(variable, type);
    }
    return fits;
  }

  private set(variable: number, type: Type): void {
    if (!this.contains(type, variable)) {
      this.history.push([variable, this.bound.get(variable)]);
      this.bound.set(variable, type);
    }
  }

  private unify(a: Type, b: Type): boolean {
    const target = this.known(a);
    const source = this.known(b);
    if (target.variable !== undefined || source.variable !== undefined) {
      return this.bind(target, source);
    }
    if (target.kind === 'dyn' || source.kind === 'dyn' || target.kind === 'type' && source.kind === 'type') {
      return true;
    }
    if (target.kind === 'null_type' || source.kind === 'null_type') {
      return target.kind === source.kind || NULLABLE.test(target.kind === 'null_type' ? source.kind : target.kind);
    }
    return target.kind === source.kind && target.parameters.every((part, index) => this.unify(part, source.parameters[index]));
  }

  /** Follows variables that stand for variables; the last variable with its type, so that it can be widened. */
  private known(type: Type): Type {
    const bound = type.variable === undefined ? undefined : this.bound.get(type.variable);
    return bound?.variable === undefined ? type : this.known(bound);
  }

  private bind(target: Type, source: Type): boolean {
    if (target.variable !== undefined && target.variable === source.variable) {
      return true;
    }
    const [variable, other] = target.variable !== undefined ? [target.variable, source] : [source.variable!, target];
    const current = this.bound.get(variable);
    if (current === undefined) {
      if (this.contains(other, variable)) {
        return false;
      }
      this.set(variable, other);
      return true;
    }
    const resolved = other.variable === undefined ? other : this.bound.get(other.variable) ?? other;
    if (!this.unify(target.variable !== undefined ? current : resolved, target.variable !== undefined ? resolved : current)) {
      return false;
    }
    this.set(variable, this.general(current, resolved));
    return true;
  }

  private contains(type: Type, variable: number): boolean {
    const resolved = this.apply(type);
    return resolved.variable === variable || resolved.parameters.some(part => this.contains(part, variable));
  }

  /** The wider of two types that fit each other. */
  public general(a: Type, b: Type): Type {
    const left = this.apply(a);
    const right = this.apply(b);
    if (left.kind === 'dyn' || right.kind === 'dyn') {
      return DYN;
    }
    if (left.variable !== undefined) {
      return right;
    }
    return left.parameters.length === 0 || left.parameters.length !== right.parameters.length ? left
      : { kind: left.kind, parameters: left.parameters.map((part, index) => this.general(part, right.parameters[index])) };
  }
}
