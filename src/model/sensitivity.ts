import { checkedLabelValue } from './label-value';
import { compareRanks, Rank, rankBeside } from './rank';

/** Where a sensitivity of your own stands. Give one of the two. */
export interface SensitivityPosition {
  /**
   * It comes next after this one, more sensitive.
   *
   * @default - it is placed by `before`
   */
  readonly after?: Sensitivity;

  /**
   * It comes just before this one, less sensitive.
   *
   * @default - it is placed by `after`
   */
  readonly before?: Sensitivity;
}

/**
 * How much harm it does if the data of a tenant becomes known (part 2.1): PUBLIC < INTERNAL < CONFIDENTIAL < RESTRICTED.
 * What a sensitivity demands is in `SensitivityRequirement`.
 */
export class Sensitivity {
  /** Anybody may know it. */
  public static readonly PUBLIC = new Sensitivity('public', [0]);

  /** For the organisation: disclosure would embarrass. */
  public static readonly INTERNAL = new Sensitivity('internal', [1]);

  /** For a few: disclosure would harm people or the organisation. */
  public static readonly CONFIDENTIAL = new Sensitivity('confidential', [2]);

  /** For named people: disclosure would be grave, or against the law. */
  public static readonly RESTRICTED = new Sensitivity('restricted', [3]);

  /** The ready-made values, the least sensitive first. */
  public static all(): Sensitivity[] {
    return [Sensitivity.PUBLIC, Sensitivity.INTERNAL, Sensitivity.CONFIDENTIAL, Sensitivity.RESTRICTED];
  }

  /**
   * The ready-made value with a name, as a label carries it.
   *
   * @param name such as `confidential`
   * @throws if no ready-made value has that name
   */
  public static of(name: string): Sensitivity {
    const known = Sensitivity.all().find(candidate => candidate.name === name);
    if (known === undefined) {
      throw new Error(`"${name}" is not a known sensitivity: give one of ${Sensitivity.all().join(', ')}, or make your own with Sensitivity.custom`);
    }
    return known;
  }

  /**
   * A sensitivity of your own, for a team whose scale is finer. Two that are placed beside the same value rank the same.
   *
   * @param name becomes the value of a label
   * @param position where it stands
   * @throws if the name is not a label value or is that of a ready-made value, or if the position does not say exactly one thing
   */
  public static custom(name: string, position: SensitivityPosition): Sensitivity {
    if (Sensitivity.all().some(candidate => candidate.name === name)) {
      throw new Error(`Sensitivity "${name}" exists: use Sensitivity.of`);
    }
    return new Sensitivity(checkedLabelValue('Sensitivity', name), rankBeside(`Sensitivity "${name}"`, position));
  }

  /** The name, which labels carry. */
  public readonly name: string;

  /** @internal */
  public readonly _rank: Rank;

  private constructor(name: string, rank: Rank) {
    this.name = name;
    this._rank = rank;
  }

  /** Whether this is more sensitive than the other, or ranks the same. */
  public atLeast(other: Sensitivity): boolean {
    return this.compareWith(other) >= 0;
  }

  /**
   * Compares two, for sorting the least sensitive first.
   *
   * @returns a negative number if this is less sensitive, 0 if they rank the same, else a positive number
   */
  public compareWith(other: Sensitivity): number {
    return compareRanks(this._rank, other._rank);
  }

  /** The name. */
  public toString(): string {
    return this.name;
  }
}
