import fc from 'fast-check';
import { readDocuments } from '../../src/verify/documents';
import { LineMap, offsetOf } from '../../src/verify/positions';

const at = (text: string, index: number, path: (string | number)[]) => {
  const document = readDocuments(text).documents[index];
  return new LineMap(text).position(offsetOf(document, path));
};

test('documents are counted without the empty ones, and a field is found in each', () => {
  const text = 'a: 1\n---\n# nothing\n---\nb:\n  - c: 2\n    d: 3\n';
  expect(readDocuments(text).documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: [{ c: 2, d: 3 }] }]);
  expect(at(text, 1, ['b', 0, 'd'])).toEqual({ line: 7, column: 5 });
  expect(at(text, 1, ['b', 0, 'missing', 'deeper'])).toEqual({ line: 6, column: 5 });
});

test('one unreadable document does not hide the others, and names its line', () => {
  const { documents, faults } = readDocuments('a: 1\n---\nb: [\n---\nc: 3\n');
  expect(documents.map(({ value, index }) => [index, value])).toEqual([[0, { a: 1 }], [2, { c: 3 }]]);
  expect(faults).toEqual([{ line: expect.any(Number), message: expect.stringContaining('not YAML') }]);
  expect(faults[0].line).toBeGreaterThanOrEqual(3);
});

test.each([
  ['mode: 0644', { mode: 420 }],
  ['on: yes', { true: true }],
  ['port: 1:20', { port: '1:20' }],
  ['day: 2026-01-01', { day: '2026-01-01' }],
  ['a: &x {b: 1}\nc: {<<: *x, d: 2}', { a: { b: 1 }, c: { b: 1, d: 2 } }],
  ['{"a": [1, null]}', { a: [1, null] }],
])('%s is read as kubectl reads it', (text, value) => {
  expect(readDocuments(text).documents[0].value).toEqual(value);
});

test('every field of any JSON is found at its own key', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  fc.assert(fc.property(fc.dictionary(key, fc.dictionary(key, fc.integer(), { minKeys: 1 }), { minKeys: 1 }), value => {
    const text = JSON.stringify(value, null, 2);
    for (const [outer, inner] of Object.entries(value)) {
      for (const name of Object.keys(inner)) {
        const { line, column } = at(text, 0, [outer, name]);
        expect(text.split('\n')[line - 1].slice(column - 1)).toMatch(new RegExp(`^"?${name}"`));
      }
    }
  }));
});

describe('a large text', () => {
  const document = (n: number) => `kind: K${n}\ntext: |\n${'  padding\n'.repeat(20_000)}${n % 3 === 0 ? '%YAML\n' : ''}`;
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  const separator = (n: number) => n % 4 === 1 ? '---\n' : n % 4 === 2 ? '--- # next\n' : n % 4 === 3 ? '# a comment\n---\n' : '...\n%YAML 1.2\n# why\n---\n';
  const text = numbers.map(n => `${n === 0 ? '' : separator(n)}${document(n).replace(/%YAML\n$/, '')}`).join('');

  test('is read in portions, with the same documents and places', () => {
    const { documents, faults } = readDocuments(text);
    expect(faults).toEqual([]);
    expect(documents.map(({ index, value }) => [index, (value as { kind: string }).kind])).toEqual(numbers.map(n => [n, `K${n}`]));
    expect(new Set(documents.map(({ portion }) => portion.start)).size).toBeGreaterThan(1);
    const lines = text.split('\n');
    numbers.forEach(n => expect(at(text, n, ['kind'])).toEqual({ line: lines.indexOf(`kind: K${n}`) + 1, column: 1 }));
  });

  test('has its faults where they are', () => {
    const wrong = text.replace('kind: K7\n', 'kind: [K7\n');
    const { documents, faults } = readDocuments(wrong);
    expect(documents.map(({ index }) => index)).toEqual(numbers.filter(n => n !== 7));
    expect(faults).toHaveLength(1);
    expect(faults[0].line).toBeGreaterThan(wrong.split('\n').indexOf('kind: [K7'));
  });
});

test('many comments before a separator are no trouble', () => {
  expect(readDocuments(`a: [\n${'#\n'.repeat(100_000)}---\nb: 1\n`).documents.map(({ value }) => value)).toEqual([{ b: 1 }]);
});
