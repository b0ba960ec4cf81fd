import { Audience } from '../../src/model/audience';
import { Recommendation, RecommendationPart } from '../../src/model/recommendation';

const references = (number: number) => Recommendation.of(number).references.map(String);

test('there are 17 recommendations with 54 parts', () => {
  expect(Recommendation.all().map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  expect(RecommendationPart.all()).toHaveLength(54);
  expect(Recommendation.all().flatMap(({ parts }) => parts)).toEqual(RecommendationPart.all());
});

test('parts are numbered without a gap', () => {
  for (const { number, parts } of Recommendation.all()) {
    expect(parts.map(({ id }) => id)).toEqual(parts.map((_, index) => `${number}.${index + 1}`));
    expect(new Set(parts.map(({ recommendation }) => recommendation))).toEqual(new Set([number]));
  }
});

test('the number of parts of each recommendation is that of the document', () => {
  expect(Recommendation.all().map(({ parts }) => parts.length)).toEqual([2, 5, 3, 3, 4, 5, 5, 8, 4, 3, 1, 3, 1, 2, 1, 1, 3]);
});

test('a part is found by its id', () => {
  expect(`${RecommendationPart.of('2.3')}`).toBe('2.3 Containers are not privileged.');
  expect(RecommendationPart.of('2.3')).toBe(Recommendation.of(2).parts[2]);
  expect(RecommendationPart.of('1.1').audience).toBe(Audience.DEVELOPER);
  expect(RecommendationPart.of('1.2').audience).toBe(Audience.OPERATOR);
  expect(RecommendationPart.of('2.1').audience).toBe(Audience.BOTH);
});

test.each(['2.6', '2', '', '18.1', '2.03', ' 2.3'])('%p is no part', id => {
  expect(() => RecommendationPart.of(id)).toThrow(`The recommendations have no part "${id}": give one from 1.1 to 17.3`);
});

test.each([0, 18, 2.5, NaN])('%p is no recommendation', number => {
  expect(() => Recommendation.of(number)).toThrow(`There is no recommendation ${number}: give a number from 1 to 17`);
});

test('every title and every text is its own', () => {
  const titles = Recommendation.all().map(({ title }) => title);
  const texts = RecommendationPart.all().map(({ asks }) => asks);
  expect(new Set(titles).size).toBe(17);
  expect(new Set(texts).size).toBe(54);
  expect(texts.filter(text => !/^[A-Z].*\.$/.test(text))).toEqual([]);
});

test('the crosswalk leads to other standards', () => {
  expect(references(12)).toEqual(['CCM v4 IVS-02', 'NIST SP 800-190 4.4.3', 'OWASP K8s 2025 K01']);
  expect(references(3)).toEqual(expect.arrayContaining([1, 2, 3, 4, 5].map(number => `NIST SP 800-190 4.4.${number}`)));
  expect(references(2).filter(text => text.startsWith('CIS Kubernetes 1.12 5.2.'))).toHaveLength(11);
  expect(Recommendation.all().filter(({ number }) => !references(number).some(text => text.startsWith('CCM v4')))).toEqual([]);
});

test('no reference stands twice on a recommendation', () => {
  for (const { number } of Recommendation.all()) {
    expect(new Set(references(number)).size).toBe(references(number).length);
  }
});
