import fc from 'fast-check';
import { Document, isAlias, isMap, isSeq, LineCounter, parseAllDocuments, stringify } from 'yaml';
import { readDocuments } from '../../src/verify/documents';
import { LineMap, offsetOf, Position } from '../../src/verify/positions';

type Path = readonly (string | number)[];

/** Where we say that a field of a document stands. */
function ours(text: string, path: Path, index = 0): Position {
  const { documents, faults } = readDocuments(text);
  expect(faults).toEqual([]);
  const document = documents.find(candidate => candidate.index === index)!;
  return new LineMap(text).position(offsetOf(document, path));
}

/** Where a text first says something: what the eye sees. */
function seen(text: string, word: string): Position {
  const before = text.slice(text.charCodeAt(0) === 0xFEFF ? 1 : 0, text.indexOf(word)).split(/\r\n|\r|\n/);
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

test.each<[string, string, Path, string]>([
  ['a plain key', 'a:\n  b: 1\n', ['a', 'b'], 'b:'],
  ['CRLF', 'a: 1\r\nb:\r\n  c: 2\r\n', ['b', 'c'], 'c:'],
  ['lone carriage returns', 'a: 1\rb:\r  c: 2\r', ['b', 'c'], 'c:'],
  ['a byte order mark', '\uFEFFa: 1\nb: 2\n', ['b'], 'b:'],
  ['a byte order mark, on its line', '\uFEFFa: 1\nb: 2\n', ['a'], 'a:'],
  ['a byte order mark before CRLF and a marker', '\uFEFF---\r\na: 1\r\nb: 2\r\n', ['b'], 'b:'],
  ['comments before the marker', '# one\n# two\n---\n# three\na: 1\n', ['a'], 'a:'],
  ['a comment on the marker', '--- # note\na: 1\n', ['a'], 'a:'],
  ['a directive', '%YAML 1.2\n---\na: 1\n', ['a'], 'a:'],
  ['a document on its marker', '--- {a: 1, b: 2}\n', ['b'], 'b:'],
  ['comments and blank lines within', 'a:\n\n  # why\n\n  b: 1\n', ['a', 'b'], 'b:'],
  ['flow style', 'a: {b: [1, {c: 2}], d: 3}\n', ['a', 'b', 1, 'c'], 'c:'],
  ['flow style over lines', 'a: {\n  b: 1,\n  c: {\n    d: 2 }}\n', ['a', 'c', 'd'], 'd:'],
  ['JSON', '{\n  "a": {\n    "b": 1\n  }\n}\n', ['a', 'b'], '"b"'],
  ['JSON with tabs', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n', ['a', 'b'], '"b"'],
  ['a quoted key', "'a':\n  \"b\": 1\n", ['a', 'b'], '"b"'],
  ['a quoted key with escapes', 'a:\n  "b\\u0063": 1\n', ['a', 'bc'], '"b'],
  ['a quoted key with a quote', "a:\n  'it''s': 1\n", ['a', "it's"], "'it"],
  ['a key with a colon and dots', 'a:\n  b.io/c:d: 1\n', ['a', 'b.io/c:d'], 'b.io'],
  ['an explicit key', '? a\n: b: 1\n  c: 2\n', ['a', 'c'], 'c:'],
  ['a key after a literal block', 'a: |\n  b: no\n  c: no\nd: 1\n', ['d'], 'd:'],
  ['a key after a folded block with indentation', 'a: >2-\n   b: no\n\n\nd: 1\n', ['d'], 'd:'],
  ['a key after a plain scalar of several lines', 'a: one\n  two\n  three\nd: 1\n', ['d'], 'd:'],
  ['a sequence that is not indented', 'a:\n- b: 1\n- c: 2\n', ['a', 1, 'c'], 'c:'],
  ['a sequence in a sequence', '- - 1\n  - b: 2\n', [0, 1, 'b'], 'b:'],
  ['an item', 'a:\n  - one\n  - two\n', ['a', 1], 'two'],
  ['a field below an alias, at its anchor', 'a: &x\n  b: 1\nc: *x\n', ['c', 'b'], 'b:'],
  ['the alias itself', 'a: &x\n  b: 1\nc: *x\n', ['c'], 'c:'],
  ['a field of a merge key, at its anchor', 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n', ['c', 'b'], 'b:'],
  ['a field beside a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n', ['c', 'd'], 'd:'],
  ['a field that overrides a merged one', 'a: &x {b: 1}\nc:\n  <<: *x\n  "b": 2\n', ['c', 'b'], '"b"'],
  ['the first of several merged mappings', 'a: &x {k: 1}\nb: &y {"k": 2}\nc:\n  <<: [*y, *x]\n', ['c', 'k'], '"k"'],
  ['the newest of two anchors with one name', 'a: &x {k: 1}\nb: &x {"k": 2}\nc: *x\n', ['c', 'k'], '"k"'],
  ['a parent, where the field is not written', 'a:\n  b:\n    c: 1\n', ['a', 'b', 'missing', 'deeper'], 'b:'],
  ['the object, where nothing of the path is', '# note\n---\na: 1\n', ['missing'], 'a:'],
  ['a key whose value is a tag', 'a: !!str 1\nb: !!map {c: 1}\n', ['b', 'c'], 'c:'],
  ['wide characters before it', 'a: {"💥é": 1, b: 2}\n', ['a', 'b'], 'b:'],
  ['a boolean by its name', 'a: 1\non: 2\n', ['true'], 'a: 1'],
])('%s', (_name, text, path, word) => {
  expect(ours(text, path)).toEqual(seen(text, word));
});

test('the second of several documents, with a fault between', () => {
  const text = '# c\n---\na: 1\n---\nb: [\n---\n# d\nc:\n  e: 1\n';
  const { documents, faults } = readDocuments(text);
  expect([documents.map(({ index }) => index), faults.map(({ line }) => line)]).toEqual([[0, 2], [5]]);
  expect(new LineMap(text).position(offsetOf(documents[1], ['c', 'e']))).toEqual(seen(text, 'e: 1'));
});

/** Where another parser says that a field stands. */
function theirs(document: Document, counter: LineCounter, path: Path): Position {
  let node: any = document.contents;
  let offset = 0;
  for (const key of path) {
    node = isAlias(node) ? node.resolve(document) : node;
    if (isMap(node)) {
      const pair: any = node.items.find((candidate: any) => candidate.key.value === key);
      [offset] = pair.key.range;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[key as number];
      [offset] = node.range;
    }
  }
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  const below = Object.entries(value).flatMap(([name, child]) => pathsOf(child, [...path, Array.isArray(value) ? Number(name) : name]));
  return path.length === 0 ? below : [path, ...below];
}

const key = fc.oneof(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), fc.stringMatching(/^[a-z]{1,4}\.io\/[a-z "':#-]{0,5}[a-z]$/))
  .filter(name => !/^(y|n|yes|no|on|off|true|false|null)$/i.test(name));
const text = fc.oneof(fc.stringMatching(/^[a-z ]{0,90}$/), fc.constantFrom('two\nlines\n', 'ends\n\n\n', ' # no comment', '---', 'a: b', '0644', '"', '{', '\ttab', 'é💥'));
const { tree } = fc.letrec<{ tree: object; node: unknown }>(tie => ({
  tree: fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 4 }),
  node: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.boolean(), tie('tree'), fc.array(tie('node'), { minLength: 1, maxLength: 3 })),
}));
const STYLES = [
  { defaultKeyType: 'PLAIN' }, { indentSeq: false }, { indent: 4 }, { collectionStyle: 'flow', lineWidth: 40 }, { defaultStringType: 'QUOTE_DOUBLE' },
  { defaultStringType: 'QUOTE_SINGLE' }, { blockQuote: 'folded' }, { blockQuote: 'literal' }, { directives: true },
] as const;
const FRAMES: readonly ((text: string) => string)[] = [
  plain => plain, plain => `# first\n\n---\n# second\n${plain.replace(/^---\n/, '')}`, plain => plain.replace(/^---\n/, '').replace(/^/, '---\n'),
];

test('every field of any object, dumped in any style, is found where another parser finds it', () => {
  const shared = fc.tuple(tree, tree, fc.boolean()).map(([first, second, twice]) => twice ? { first, again: [first, { first }], second } : second);
  let fields = 0;
  fc.assert(fc.property(shared, fc.constantFrom(...STYLES), fc.constantFrom(...FRAMES), fc.boolean(), (value, style, frame, crlf) => {
    const lines = frame(stringify(value, style as object));
    const dumped = crlf && !lines.includes('\\\n') ? lines.replace(/\n/g, '\r\n') : lines;
    const counter = new LineCounter();
    const document = parseAllDocuments(dumped, { lineCounter: counter, version: '1.1', merge: true })[0] as Document;
    fc.pre(document.errors.length === 0);
    for (const path of pathsOf(value)) {
      fields++;
      expect({ path, ...ours(dumped, path) }).toEqual({ path, ...theirs(document, counter, path) });
    }
  }), { numRuns: 300 });
  expect(fields).toBeGreaterThan(1000);
});
