import { Port } from './port';

/** The ports that one side of an edge has named: all that are served, as long as nobody names some. */
export class AllowedPorts {
  private all = false;
  private readonly numbers = new Set<number>();

  /** Allows more: the ports that are named, or all. */
  public add(numbers: readonly number[] | undefined): void {
    if (numbers === undefined) {
      this.all = true;
    } else {
      numbers.forEach(number => this.numbers.add(number));
    }
  }

  public includes({ number }: Port): boolean {
    return this.all || this.numbers.has(number);
  }

  /** Those that are named and not served. */
  public notAmong(served: readonly Port[]): number[] {
    const numbers = new Set(served.map(({ number }) => number));
    return [...this.numbers].filter(number => !numbers.has(number)).sort((a, b) => a - b);
  }
}
