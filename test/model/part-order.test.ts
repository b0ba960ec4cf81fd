import fc from 'fast-check';
import { RecommendationPart } from '../../src';
import { comparePartIds } from '../../src/model/part-order';

test('parts stand in the order of the document, however they were shuffled', () => {
  const ids = RecommendationPart.all().map(({ id }) => id);
  fc.assert(fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), shuffled => {
    expect([...shuffled].sort(comparePartIds)).toEqual(ids);
  }));
});
