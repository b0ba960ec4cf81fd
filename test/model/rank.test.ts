import * as fc from 'fast-check';
import { compareRanks, Rank, rankBeside } from '../../src/model/rank';

test('a value stands right beside the one it was placed by, however many there are', () => {
  const step = fc.record({ at: fc.nat(), after: fc.boolean() });
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), steps => {
    const ordered: { readonly _rank: Rank }[] = [{ _rank: [0] }, { _rank: [1] }, { _rank: [2] }];
    const used = new Set<unknown>();
    for (const { at, after } of steps) {
      const index = at % ordered.length;
      const known = ordered[index];
      const place = JSON.stringify([known._rank, after]);
      if (used.has(place)) {
        continue;
      }
      used.add(place);
      const value = { _rank: rankBeside('A value', after ? { after: known } : { before: known }) };
      ordered.splice(after ? index + 1 : index, 0, value);
    }
    const sorted = [...ordered].reverse().sort((a, b) => compareRanks(a._rank, b._rank));
    expect(sorted).toEqual(ordered);
    expect(new Set(ordered.map(({ _rank }) => _rank.join())).size).toBe(ordered.length);
  }));
});

test('two values placed by the same one rank the same', () => {
  const known = { _rank: [1] };
  expect(compareRanks(rankBeside('A', { after: known }), rankBeside('B', { after: known }))).toBe(0);
});
