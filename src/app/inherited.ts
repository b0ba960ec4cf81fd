import type { IConstruct } from 'constructs';

/** A value that is set on a construct and holds for everything below it. It may be set at any time: it is looked up when the app is rendered. */
export class Inherited<T> {
  private readonly key: symbol;

  /** @param name the same in every copy of the library, so that two copies in one app understand each other */
  public constructor(name: string) {
    this.key = Symbol.for(`cdk8s-bulwark.${name}`);
  }

  public set(construct: IConstruct, value: T): void {
    (construct as unknown as Record<symbol, T>)[this.key] = value;
  }

  public own(construct: IConstruct): T | undefined {
    return (construct as unknown as Record<symbol, T | undefined>)[this.key];
  }

  /** The value of the construct, or of the nearest one above it that has one. */
  public nearest(construct: IConstruct): T | undefined {
    for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
      const value = this.own(scope);
      if (value !== undefined) {
        return value;
      }
    }
    return undefined;
  }

  /** Every value that holds for the construct, the outermost first. */
  public all(construct: IConstruct): T[] {
    return construct.node.scopes.map(scope => this.own(scope)).filter(value => value !== undefined);
  }
}
