/** What a connection can be made with, in the order in which it is written. */
export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const;
export type Protocol = typeof PROTOCOLS[number];

/** Ports from one to another, both of them in it. */
export type PortRange = readonly [first: number, last: number];

const FIRST = 1;
const LAST = 65535;

type Combination = (mine: readonly PortRange[], theirs: readonly PortRange[]) => readonly PortRange[];
type Ranges = { readonly [protocol in Protocol]: readonly PortRange[] };

const known = new Map<string, PortSet>();

/** Connections by protocol and port. Equal sets are one object, so that they are compared and combined once. */
export class PortSet {
  public static readonly NONE = PortSet.made({ SCTP: [], TCP: [], UDP: [] });
  public static readonly ALL = PortSet.made({ SCTP: [[FIRST, LAST]], TCP: [[FIRST, LAST]], UDP: [[FIRST, LAST]] });

  /** The ports of one protocol; all of them where none is said. */
  public static of(protocol: Protocol, first?: number, last = first): PortSet {
    const [from, to] = first === undefined || last === undefined ? [FIRST, LAST] : [Math.max(first, FIRST), Math.min(last, LAST)];
    return PortSet.made({ ...PortSet.NONE.ranges, [protocol]: from <= to ? [[from, to]] : [] });
  }

  /**
   * What `toString` writes.
   *
   * @throws if it is something else
   */
  public static read(text: string): PortSet {
    const all = text === 'All Connections' ? PortSet.ALL : [...text.matchAll(/(SCTP|TCP|UDP) (\d[\d,-]*)/g)].flatMap(([, protocol, ranges]) =>
      ranges.split(',').filter(range => range !== '').map(range => PortSet.of(protocol as Protocol, ...range.split('-').map(Number) as [number, number?])))
      .reduce((sum, each) => sum.or(each), PortSet.NONE);
    if (String(all) !== text) {
      throw new Error(`"${text}" are no ports: write them as in TCP 80,443-445,UDP 53, or All Connections`);
    }
    return all;
  }

  private static made(ranges: Ranges): PortSet {
    const key = PROTOCOLS.map(protocol => ranges[protocol].join(' ')).join('/');
    const found = known.get(key) ?? new PortSet(ranges);
    known.set(key, found);
    return found;
  }

  private readonly combined = { and: new WeakMap<PortSet, PortSet>(), or: new WeakMap<PortSet, PortSet>(), without: new WeakMap<PortSet, PortSet>() };

  private constructor(private readonly ranges: Ranges) {}

  public get isEmpty(): boolean {
    return this === PortSet.NONE;
  }

  public and(other: PortSet): PortSet {
    return this === other || other === PortSet.ALL ? this : this === PortSet.ALL ? other : this.combine('and', other, both);
  }

  public or(other: PortSet): PortSet {
    return this === other || other.isEmpty ? this : this.isEmpty ? other : this.combine('or', other, either);
  }

  public without(other: PortSet): PortSet {
    return this === other ? PortSet.NONE : other.isEmpty ? this : this.combine('without', other, (mine, theirs) => both(mine, complement(theirs)));
  }

  private combine(how: 'and' | 'or' | 'without', other: PortSet, combination: Combination): PortSet {
    let result = this.combined[how].get(other);
    if (result === undefined) {
      const of = (protocol: Protocol) => combination(this.ranges[protocol], other.ranges[protocol]);
      result = PortSet.made({ SCTP: of('SCTP'), TCP: of('TCP'), UDP: of('UDP') });
      this.combined[how].set(other, result);
    }
    return result;
  }

  /** `All Connections`, or as in `SCTP 9003,TCP 80,443-445`. */
  public toString(): string {
    if (this === PortSet.ALL) {
      return 'All Connections';
    }
    return this.isEmpty ? 'No Connections' : PROTOCOLS.filter(protocol => this.ranges[protocol].length > 0)
      .map(protocol => `${protocol} ${this.ranges[protocol].map(([first, last]) => first === last ? first : `${first}-${last}`).join()}`).join();
  }
}

function both(mine: readonly PortRange[], theirs: readonly PortRange[]): PortRange[] {
  return mine.flatMap(([first, last]) => theirs.flatMap(([from, to]): PortRange[] =>
    Math.max(first, from) <= Math.min(last, to) ? [[Math.max(first, from), Math.min(last, to)]] : []));
}

function either(mine: readonly PortRange[], theirs: readonly PortRange[]): PortRange[] {
  const joined: [number, number][] = [];
  for (const [first, last] of [...mine, ...theirs].sort((one, other) => one[0] - other[0])) {
    const before = joined[joined.length - 1];
    if (before !== undefined && first <= before[1] + 1) {
      before[1] = Math.max(before[1], last);
    } else {
      joined.push([first, last]);
    }
  }
  return joined;
}

function complement(ranges: readonly PortRange[]): PortRange[] {
  const starts = [FIRST, ...ranges.map(([, last]) => last + 1)];
  const ends = [...ranges.map(([first]) => first - 1), LAST];
  return starts.map((start, index): PortRange => [start, ends[index]]).filter(([start, end]) => start <= end);
}
