import { CelError } from './error';

/** A compiled regular expression of RE2, which takes linear time whatever the text. */
export interface RegularExpression {
  test(text: string): boolean;
  find(text: string): string;
  findAll(text: string, limit?: number): string[];
}

/**
 * What is well formed in JavaScript and RE2 alike: letters and marks, classes of them, small counts that are not counted again.
 */
const COMMON = /^(?:[\w\s^$.|*+()\-/:@,<>=!"'#%~&;?]|\\[.dws]|\[\^?[\w.\-/:@$ ]+\]|\{\d{1,2}(?:,\d{0,2})?\})*$/;

const compiled = new Map<string, RegularExpression>();

/** @throws if the pattern is not RE2's */
export function regularExpression(pattern: string): RegularExpression {
  let known = compiled.get(pattern);
  if (known === undefined) {
    known = compilePattern(pattern);
    compiled.set(pattern, known);
  }
  return known;
}

/**
 * Whether a pattern is one of RE2's, told without reading RE2 itself where it is as plain as most are.
 *
 * @throws if it is not
 */
export function requirePattern(pattern: string): void {
  const bare = pattern.replace(/^\(\?[im]+\)/, '');
  if (!COMMON.test(bare) || bare.includes('(?') || bare.includes('){') || !isRegExp(bare)) {
    regularExpression(pattern);
  }
}

function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== undefined;
  } catch {
    return false;
  }
}

function compilePattern(pattern: string): RegularExpression {
  // Required here, for few controls need it and it takes milliseconds to load.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { RE2JS } = require('re2js') as typeof import('re2js');
  let program: ReturnType<typeof RE2JS.compile>;
  try {
    program = RE2JS.compile(pattern);
  } catch (error) {
    throw new CelError(`"${pattern}" is not a regular expression of RE2: ${(error as Error).message}`);
  }
  const findAll = (text: string, limit = -1) => {
    const found: string[] = [];
    for (const matcher = program.matcher(text); (limit < 0 || found.length < limit) && matcher.find();) {
      found.push(matcher.group() ?? '');
    }
    return found;
  };
  return { test: text => program.matcher(text).find(), find: text => findAll(text, 1)[0] ?? '', findAll };
}
