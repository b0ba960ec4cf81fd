import { ofFirst, ofPattern, sizeOf, traversal, wholeCost } from '../cost';
import { CelError } from '../error';
import { FunctionTable, overload } from '../overload';
import { regularExpression } from '../regular-expression';
import { format } from './text-format';

/** Since when lists are joined without copying, and texts formatted and quoted. */
const STRINGS_2 = 30;

const traversed = { cost: ofFirst(1) };
const traversedTwice = { cost: ofFirst(2) };
const whole = { cost: ([text]: readonly unknown[]) => wholeCost(text) };
const searched = { cost: ofPattern };

function outOfRange(index: bigint): never {
  throw new CelError(`index out of range: ${index}`);
}

function characterAt(text: string, index: bigint): string {
  const characters = [...text];
  return index < 0n || index > BigInt(characters.length) ? outOfRange(index) : characters[Number(index)] ?? '';
}

function substring(text: string, start: bigint, end?: bigint): string {
  const characters = [...text];
  const length = BigInt(characters.length);
  const last = end ?? length;
  return start > last || start < 0n || last > length ? outOfRange(start) : characters.slice(Number(start), Number(last)).join('');
}

/** Whether one list of characters stands in another at a place. */
const standsAt = (characters: readonly string[], part: readonly string[], place: number) =>
  part.every((character, index) => characters[place + index] === character);

function indexOf(text: string, part: string, offset = 0n): bigint {
  if (part === '') {
    return offset;
  }
  if (offset < 0n) {
    return outOfRange(offset);
  }
  const [characters, wanted] = [[...text], [...part]];
  for (let place = Number(offset); place <= characters.length - wanted.length; place++) {
    if (standsAt(characters, wanted, place)) {
      return BigInt(place);
    }
  }
  return -1n;
}

function lastIndexOf(text: string, part: string, offset?: bigint): bigint {
  const [characters, wanted] = [[...text], [...part]];
  if (part === '') {
    return offset ?? BigInt(characters.length);
  }
  if (offset !== undefined && offset < 0n) {
    return outOfRange(offset);
  }
  if (offset !== undefined && offset >= BigInt(characters.length)) {
    return -1n;
  }
  for (let place = Math.min(Number(offset ?? characters.length), characters.length - wanted.length); place >= 0; place--) {
    if (standsAt(characters, wanted, place)) {
      return BigInt(place);
    }
  }
  return -1n;
}

function split(text: string, separator: string, limit = -1n): string[] {
  const parts = separator === '' ? [...text] : text.split(separator);
  const most = Number(limit);
  return most < 0 || parts.length <= most ? parts : most === 0 ? [] : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}

/** An empty text stands before, between and after all characters. */
function replace(text: string, from: string, to: string, limit = -1n): string {
  const parts = from === '' ? ['', ...text, ''] : text.split(from);
  const places = text === '' && from === '' ? 1 : parts.length - 1;
  const most = limit < 0n || limit > BigInt(places) ? places : Number(limit);
  return text === '' && from === '' ? to.repeat(most) : parts.slice(0, most + 1).join(to) + parts.slice(most + 1).map(part => from + part).join('');
}

function join(texts: readonly unknown[], separator = ''): string {
  if (!texts.every(text => typeof text === 'string')) {
    throw new CelError('no such overload: join() of a list that has more than strings');
  }
  return texts.join(separator);
}

/** What Go takes for white space. */
const SPACES = new Set('\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000');

function trim(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && SPACES.has(text[start])) {
    start++;
  }
  while (end > start && SPACES.has(text[end - 1])) {
    end--;
  }
  return text.slice(start, end);
}

const ESCAPED: { readonly [character: string]: string } = {
  '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\', '"': '\\"',
};
const quote = (text: string) => `"${[...text].map(character => ESCAPED[character] ?? character).join('')}"`;

/** Of text. */
export const STRINGS: FunctionTable = {
  'contains': overload('string.(string) -> bool', (a: string, b: string) => a.includes(b), { cost: ([a, b]) => traversal(sizeOf(a)) * traversal(sizeOf(b)) }),
  'startsWith': overload('string.(string) -> bool', (a: string, b: string) => a.startsWith(b), traversed),
  'endsWith': overload('string.(string) -> bool', (a: string, b: string) => a.endsWith(b), traversed),
  'matches': [
    ...overload('string.(string) -> bool', (a: string, b: string) => regularExpression(b).test(a), searched),
    ...overload('(string, string) -> bool', (a: string, b: string) => regularExpression(b).test(a)),
  ],
  'find': overload('string.(string) -> string', (a: string, b: string) => regularExpression(b).find(a), searched),
  'findAll': [
    ...overload('string.(string) -> list(string)', (a: string, b: string) => regularExpression(b).findAll(a), searched),
    ...overload('string.(string, int) -> list(string)', (a: string, b: string, limit: bigint) => regularExpression(b).findAll(a, Number(limit)), searched),
  ],
  'lowerAscii': overload('string.() -> string', (text: string) => text.replace(/[A-Z]+/g, part => part.toLowerCase()), traversed),
  'upperAscii': overload('string.() -> string', (text: string) => text.replace(/[a-z]+/g, part => part.toUpperCase()), traversed),
  'trim': overload('string.() -> string', trim, traversed),
  'charAt': overload('string.(int) -> string', characterAt),
  'substring': [...overload('string.(int) -> string', substring, traversed), ...overload('string.(int, int) -> string', substring, traversed)],
  'indexOf': [...overload('string.(string) -> int', indexOf, whole), ...overload('string.(string, int) -> int', indexOf, whole)],
  'lastIndexOf': [...overload('string.(string) -> int', lastIndexOf, whole), ...overload('string.(string, int) -> int', lastIndexOf, whole)],
  'split': [...overload('string.(string) -> list(string)', split, traversedTwice), ...overload('string.(string, int) -> list(string)', split, traversedTwice)],
  'replace': [...overload('string.(string, string) -> string', replace, traversedTwice), ...overload('string.(string, string, int) -> string', replace, traversedTwice)],
  'join': [
    ...overload('list(string).() -> string', join, { cost: (_, result) => traversal(sizeOf(result), 2) }),
    ...overload('list(string).(string) -> string', join, { cost: (_, result) => traversal(sizeOf(result), 2) }),
  ],
  'format': overload('string.(list(dyn)) -> string', format, { since: STRINGS_2, ...traversed }),
  'strings.quote': overload('(string) -> string', quote, { since: STRINGS_2, ...traversed }),
};
