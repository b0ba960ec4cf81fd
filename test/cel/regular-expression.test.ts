import fc from 'fast-check';
import { regularExpression, requirePattern } from '../../src/cel/regular-expression';

function accepts(read: (pattern: string) => unknown, pattern: string): boolean {
  try {
    read(pattern);
    return true;
  } catch {
    return false;
  }
}

test('a pattern that looks plain is one of RE2', () => {
  const piece = fc.constantFrom('a', 'Z', '0', '-', ':', '/', '.', '*', '+', '?', '^', '$', '|', '(', ')', '[', ']', '[a-z]', '[^/]', '[z-a]', '[]', '[^]', '{2}', '{2,1}', '{3,}', '{99}', '{', '}', '\\.', '\\d', '\\b',
    '(?i)', '(?:', '(?=', ' ', ',', '_', '@', '{1001}');
  fc.assert(fc.property(fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('')), pattern => {
    expect(accepts(requirePattern, pattern)).toBe(accepts(regularExpression, pattern));
  }), { numRuns: 20_000 });
});

test('RE2 is right about what it refuses', () => {
  expect(['(?=a)', '\\1', 'a**', '[z-a]', '(', 'a{1001}'].filter(pattern => accepts(requirePattern, pattern))).toEqual([]);
});
