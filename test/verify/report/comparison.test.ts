import { Comparison, Finding, Report } from '../../../src';

const report = (...parts: string[]) => ({ findings: parts.map(recommendation => ({ recommendation }) as Finding) }) as Report;

test('parts stand in the order of the document, also those that one report lacks', () => {
  const { parts } = new Comparison(report('12.1', '2.3', '2.3'), report('2.3', '9.2'));
  expect(parts.map(({ part, before, after }) => [part, before, after])).toEqual([['2.3', 2, 1], ['9.2', 0, 1], ['12.1', 1, 0]]);
  expect(parts[0].asks).toBe('Containers are not privileged.');
});

test('the table ends with the sum, its numbers below each other', () => {
  const lines = new Comparison(report(...Array(10).fill('2.3')), report('2.4')).toString().trimEnd().split('\n');
  expect(lines.map(line => line.replace(/ {2,}/g, ' '))).toEqual([
    '2.3 Containers are not privileged. 10 -> 0', '2.4 Containers do not mount directories of the host. 0 -> 1', ' all 10 -> 1',
  ]);
  expect(new Set(lines.map(line => line.indexOf('->'))).size).toBe(1);
});

test('two reports without findings compare to an empty sum', () => {
  expect(new Comparison(report(), report()).toString()).toBe('  all  0 -> 0\n');
});
