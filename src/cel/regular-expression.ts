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
const COMMON = /^(?:[\w\s^$.|*+()\-/:@,<>=!"'#%~&;?]|\\[.dwsS]|\[\^?(?:[\w.\-+/:@$ ?<*{~#%"']|\\[\\[\]s])+\]|\{\d{1,3}(?:,\d{0,3})?\})*$/;

/** Flags, of the rest of the pattern or of a group. */
const FLAGS = /\(\?[imsU]*(?:-[imsU]+)?\)/g;
const FLAGS_OF_GROUP = /\(\?[imsU]*(?:-[imsU]+)?:/g;

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
  const bare = pattern.replace(FLAGS, '').replace(FLAGS_OF_GROUP, '(');
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

/** What JavaScript finds as RE2 does, and in bounded time: nothing is repeated without end, and no class means more to one than to the other. */
const BOUNDED = /^(?:[\w^$|()\-/:@,<>=!"'#%~&; ?]|\\[.dws]|\[\^?(?:[\w.\-+/:@$ =~*;{}|#]|\\s)+\]|\{\d{1,3}(?:,\d{1,3})?\})*$/;

/** What \s is to RE2: to JavaScript it is all of Unicode's spaces. */
const SPACES = '\\t\\n\\f\\r ';

function boundedPattern(pattern: string): RegularExpression | undefined {
  const bare = pattern.replace(/\(\?:/g, '(');
  if (!BOUNDED.test(bare) || bare.includes('(?') || bare.includes('){') || !isRegExp(pattern)) {
    return undefined;
  }
  const source = pattern.replace(/\[[^\]]*\]|\\s/g, part => part === '\\s' ? `[${SPACES}]` : part.replace(/\\s/g, SPACES));
  const once = new RegExp(source, 'u');
  const findAll = (text: string, limit = -1) => (text.match(new RegExp(source, 'gu')) ?? []).slice(0, limit < 0 ? undefined : limit);
  return { test: text => once.test(text), find: text => once.exec(text)?.[0] ?? '', findAll };
}

function compilePattern(pattern: string): RegularExpression {
  const bounded = boundedPattern(pattern);
  if (bounded !== undefined) {
    return bounded;
  }
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
