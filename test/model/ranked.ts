import * as fc from 'fast-check';

interface RankedValue<T> {
  readonly name: string;
  compareWith(other: T): number;
  atLeast(other: T): boolean;
}

/** A class of values in an order. */
interface RankedClass<T> {
  all(): T[];
  of(name: string): T;
  custom(name: string, position: { readonly after?: T; readonly before?: T }): T;
}

/** Tests of a class of values in an order, from the lowest of four ready-made ones. */
export function testRanked<T extends RankedValue<T>>(what: string, { all, of, custom }: RankedClass<T>, order: readonly [T, T, T, T]): void {
  const [lowest, second] = order;
  const names = order.map(String);

  test('the ready-made values are in their order', () => {
    expect(all()).toEqual(order);
    fc.assert(fc.property(fc.nat({ max: 3 }), fc.nat({ max: 3 }), (a, b) => {
      expect(Math.sign(order[a].compareWith(order[b]))).toBe(Math.sign(a - b));
      expect(order[a].atLeast(order[b])).toBe(a >= b);
    }));
  });

  test('a ready-made value is found by its name', () => {
    expect(of(names[2])).toBe(order[2]);
    expect(() => of(names[2].toUpperCase()))
      .toThrow(`"${names[2].toUpperCase()}" is not a known ${what.toLowerCase()}: give one of ${names.join(', ')}, or make your own`);
  });

  test('a value of one\'s own stands where it is put', () => {
    const sorted = [custom('mine', { after: second }), custom('yours', { before: second }), ...order].reverse().sort((x, y) => x.compareWith(y));
    expect(sorted.map(String)).toEqual([names[0], 'yours', names[1], 'mine', ...names.slice(2)]);
  });

  test('a name that is no label value is refused', () => {
    for (const name of ['', 'two words', '-x', 'x-', 'a/b', 'ä', 'x\n', 'x'.repeat(64)]) {
      expect(() => custom(name, { after: lowest })).toThrow(`${what} "${name}" is not a label value`);
    }
    expect(custom('x'.repeat(63), { after: lowest }).name).toHaveLength(63);
  });

  test('a ready-made name, or a position that does not say one thing, is refused', () => {
    expect(() => custom(names[0], { after: second })).toThrow('exists');
    expect(() => custom('mine', {})).toThrow('give either "after" or "before"');
    expect(() => custom('mine', { after: lowest, before: second })).toThrow('give either "after" or "before"');
  });
}
