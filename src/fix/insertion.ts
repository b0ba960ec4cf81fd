import { Alias, Document, isAlias, isCollection, isMap, isScalar, isSeq, Node, Pair, parseAllDocuments, stringify, YAMLMap } from 'yaml';
import { Addition } from './additions';

/** A change of a text: what stands between two offsets is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;

  /** How far in it stands. Of two that are put in the same place the deeper comes first. */
  readonly depth: number;
}

const INDENT = 2;

/** The documents of a text that hold something, as the verifier counts them. */
export function writtenDocuments(text: string): Document[] {
  return [...parseAllDocuments(text)].filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null)) as Document[];
}

/** Where the fields of an addition go: behind those that are there, in the style in which they are written. */
export function insertionOf(text: string, document: Document, { path, fields }: Addition): Edit {
  const held = heldAt(document, path);
  const node = resolved(document, held.value);
  if (isMap(node) && !node.flow) {
    return afterLast(text, node, fields);
  }
  const json = isCollection(document.contents) && document.contents.flow === true;
  const line = json ? asJson(fields) : inOneLine(fields);
  return isMap(node) ? insideFlow(text, node, line) : held.inFlow ? instead(text, held, ` { ${line} }`) : instead(text, held, `\n${block(fields, columnOf(text, held.key!.range![0]) + INDENT).trimEnd()}`);
}

/** A value, with its key where it is in a mapping. */
interface Held {
  readonly key?: Node;
  readonly value: unknown;

  /** Whether what holds it is written in braces or brackets. */
  readonly inFlow: boolean;
}

/** What stands at a path. */
function heldAt(document: Document, path: Addition['path']): Held {
  let found: Held = { value: document.contents, inFlow: false };
  for (const step of path) {
    const owner = resolved(document, found.value);
    const inFlow = (owner as YAMLMap).flow === true;
    if (isSeq(owner)) {
      found = { value: owner.items[step as number], inFlow };
    } else {
      const isNamed = ({ key }: Pair) => isScalar(key) && String(key.source ?? key.value) === String(step);
      const { key, value } = (owner as YAMLMap).items.find(isNamed) as Pair<Node>;
      found = { key, value, inFlow };
    }
  }
  return found;
}

function resolved(document: Document, node: unknown): unknown {
  return isAlias(node) ? (node as Alias).resolve(document) : node;
}

function afterLast(text: string, map: YAMLMap, fields: Addition['fields']): Edit {
  const column = columnOf(text, (map.items[0].key as Node).range![0]);
  const end = endOfLine(text, lastOffset(text, map.items[map.items.length - 1] as Pair<Node>));
  return { start: end, end, text: `${end > 0 && text[end - 1] !== '\n' ? '\n' : ''}${block(fields, column)}`, depth: column };
}

/** Where the last thing that a pair holds ends. */
function lastOffset(text: string, { key, value }: Pair<Node>): number {
  if (isCollection(value) && !value.flow && value.items.length > 0) {
    const last = value.items[value.items.length - 1];
    return lastOffset(text, (isSeq(value) ? { value: last } : last) as Pair<Node>);
  }
  const [start, end] = (value as Node | null)?.range ?? key.range!;
  // Blank lines behind a block of text belong to it only where its header says so: `|+`.
  const header = isScalar(value) && value.type?.startsWith('BLOCK_') ? text.slice(start, text.indexOf('\n', start)) : '+';
  return header.includes('+') ? end : start + text.slice(start, end).trimEnd().length;
}

const asJson = (fields: Addition['fields']) => Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ');
const inOneLine = (fields: Addition['fields']) => stringify(fields, { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim();

function insideFlow(text: string, map: YAMLMap, written: string): Edit {
  const depth = Infinity;
  const last = map.items[map.items.length - 1] as Pair<Node> | undefined;
  if (last === undefined) {
    const [start, end] = map.range!;
    return { start, end, text: `{ ${written} }`, depth };
  }
  const end = ((last.value as Node | null)?.range ?? last.key.range!)[1];
  // One that has a line for each of its fields, as JSON is written, keeps that.
  const first = (map.items[0].key as Node).range![0];
  const ownLine = /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', first - 1) + 1, first)) && text.lastIndexOf('\n', first - 1) >= map.range![0];
  return { start: end, end, text: `,${ownLine ? `\n${' '.repeat(columnOf(text, first))}` : ' '}${written}`, depth };
}

/** In place of null, or of nothing behind the colon. */
function instead(text: string, { key, value }: Held, put: string): Edit {
  const colon = text.indexOf(':', key!.range![1]) + 1;
  return { start: colon, end: Math.max(colon, (value as Node | null)?.range?.[1] ?? colon), text: put, depth: columnOf(text, key!.range![0]) };
}

function block(fields: Addition['fields'], column: number): string {
  return stringify(fields, { indent: INDENT, lineWidth: 0 }).replace(/^(?=.)/gm, ' '.repeat(column));
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') {
    return offset;
  }
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
