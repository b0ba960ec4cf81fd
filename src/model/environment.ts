import { checkedLabelValue } from './label-value';
import { compareRanks, Rank, rankBeside } from './rank';

/** Where an environment of your own stands. Give one of the two. */
export interface EnvironmentPosition {
  /**
   * It comes next after this one, nearer to production.
   *
   * @default - it is placed by `before`
   */
  readonly after?: Environment;

  /**
   * It comes just before this one, further from production.
   *
   * @default - it is placed by `after`
   */
  readonly before?: Environment;
}

/**
 * How near to its users an application runs (part 1.2): DEV < TEST < STAGING < PROD. Images are promoted in this order.
 */
export class Environment {
  /** Where developers try things. */
  public static readonly DEV = new Environment('dev', [0]);

  /** Where tests run. */
  public static readonly TEST = new Environment('test', [1]);

  /** Where a release waits, as in production. */
  public static readonly STAGING = new Environment('staging', [2]);

  /** Where users are. */
  public static readonly PROD = new Environment('prod', [3]);

  /** The ready-made values, the furthest from production first. */
  public static all(): Environment[] {
    return [Environment.DEV, Environment.TEST, Environment.STAGING, Environment.PROD];
  }

  /**
   * The ready-made value with a name, as a label carries it.
   *
   * @param name such as `staging`
   * @throws if no ready-made value has that name
   */
  public static of(name: string): Environment {
    const known = Environment.all().find(candidate => candidate.name === name);
    if (known === undefined) {
      throw new Error(`"${name}" is not a known environment: give one of ${Environment.all().join(', ')}, or make your own with Environment.custom`);
    }
    return known;
  }

  /**
   * An environment of your own, for a team whose scale is finer. Two that are placed beside the same value rank the same.
   *
   * @param name becomes the value of a label
   * @param position where it stands
   * @throws if the name is not a label value or is that of a ready-made value, or if the position does not say exactly one thing
   */
  public static custom(name: string, position: EnvironmentPosition): Environment {
    if (Environment.all().some(candidate => candidate.name === name)) {
      throw new Error(`Environment "${name}" exists: use Environment.of`);
    }
    return new Environment(checkedLabelValue('Environment', name), rankBeside(`Environment "${name}"`, position));
  }

  /** The name, which labels carry. */
  public readonly name: string;

  /** @internal */
  public readonly _rank: Rank;

  private constructor(name: string, rank: Rank) {
    this.name = name;
    this._rank = rank;
  }

  /** Whether this is nearer to production than the other, or ranks the same. */
  public atLeast(other: Environment): boolean {
    return this.compareWith(other) >= 0;
  }

  /**
   * Compares two, for sorting the furthest from production first.
   *
   * @returns a negative number if this is further from production, 0 if they rank the same, else a positive number
   */
  public compareWith(other: Environment): number {
    return compareRanks(this._rank, other._rank);
  }

  /** The name. */
  public toString(): string {
    return this.name;
  }
}
