import fc from 'fast-check';
import { parseEvents } from 'js-yaml';
import { AliasFault, checkAliases } from '../../src/verify/aliases';

const check = (text: string) => checkAliases(parseEvents(text, {}), text);
function faultOf(text: string): unknown {
  try {
    return check(text);
  } catch (error) {
    return error;
  }
}

/** Each line stands for `width` times the line before it. */
const doubled = (levels: number, width: number) =>
  `a0: &a0 [x]\n${Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(width).fill(`*a${i}`).join()}]\n`).join('')}`;

test.each([
  ['no alias', 'a: [1, {b: 2}]'], ['an alias', 'a: &a {b: 1}\nc: *a'], ['one name twice', 'a: &a 1\nb: [*a]\nc: &a 2\nd: *a'], ['an empty node', 'a: &a\nb: *a'],
])('%s is fine', (_name, text) => expect(() => check(text)).not.toThrow());

test.each(['a: &a [*a]', 'a: &a\n  b: {c: *a}', 'a: &a 1\nb: &a [*a]'])('%j leads back to itself', text => {
  expect(faultOf(text)).toMatchObject({ message: 'the alias *a leads back to itself', offset: text.indexOf('*a') + 1 });
});

test('what stands for more than a million nodes is refused, and only that', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 20 }), (levels, width) => {
    let [line, all] = [2, 5];
    for (let level = 1; level <= levels; level++) {
      line = line * width + 1;
      all += line + 1;
    }
    if (all - 2 > 1_000_100) {
      expect(() => check(doubled(levels, width))).toThrow(AliasFault);
    } else if (all < 999_900) {
      expect(() => check(doubled(levels, width))).not.toThrow();
    }
  }));
});
