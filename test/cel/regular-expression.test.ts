import fc from 'fast-check';
import { RE2JS } from 're2js';
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
    expect(accepts(requirePattern, pattern)).toBe(accepts(text => RE2JS.compile(text), pattern));
  }), { numRuns: 20_000 });
});

test('RE2 is right about what it refuses', () => {
  expect(['(?=a)', '\\1', 'a**', '[z-a]', '(', 'a{1001}'].filter(pattern => accepts(requirePattern, pattern))).toEqual([]);
});

test('what is found without RE2 is what RE2 finds', () => {
  const piece = fc.constantFrom('a', 'b', '0', '-', '/', '?', '^', '$', '|', '(', ')', '(?:', '[a-z]', '[^/]', '{2}', '{1,3}', '\\.', '\\d', '\\w', '@', '*', '.', '\\s', '[/\\s]', '[^\\s-]');
  const text = fc.array(fc.constantFrom('a', 'b', '0', '-', '/', '.', '@', ' ', '\t', '\v', '\f', '\n', '\r', '\u2028', '\u00a0', '\u{1f600}', 'aa'), { maxLength: 8 }).map(parts => parts.join(''));
  let found = 0;
  fc.assert(fc.property(fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('')).filter(pattern => accepts(regularExpression, pattern)), text, (pattern, searched) => {
    const matcher = RE2JS.compile(pattern).matcher(searched);
    const all: string[] = [];
    while (matcher.find()) {
      all.push(matcher.group() ?? '');
    }
    found += all.length;
    const ours = regularExpression(pattern);
    expect([ours.test(searched), ours.find(searched), ours.findAll(searched)]).toEqual([all.length > 0, all[0] ?? '', all]);
  }), { numRuns: 5_000 });
  expect(found).toBeGreaterThan(1_000);
});
