import { Event, EVENT_ID, getScalarValue, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import type { YamlDocument } from './documents';

/** A position in a text; both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type Path = readonly (string | number)[];

const MERGE = '<<';

/**
 * The offset of a field in the text of its document, or of its nearest parent that is written. Aliases and merge keys are followed: the field is where its
 * anchor stands.
 */
export function offsetOf({ portion, nth }: YamlDocument, path: Path): number {
  const { source, start } = portion;
  const events = portion.eventsOf(nth);
  let at = 1;
  let offset = startOf(events[at], source);
  for (const key of path) {
    at = anchored(events, source, at);
    const child = events[at].type === EVENT_ID.MAPPING ? valueOfKey(events, source, at, String(key))
      : events[at].type === EVENT_ID.SEQUENCE && typeof key === 'number' ? item(events, source, at, key)
        : undefined;
    if (child === undefined) {
      return start + offset;
    }
    at = child.value;
    offset = child.offset;
  }
  return start + offset;
}

/** Turns offsets of one text into lines and columns. */
export class LineMap {
  private readonly starts: Uint32Array;

  public constructor(text: string) {
    // A byte order mark is no column of its own.
    const starts = [text.charCodeAt(0) === 0xFEFF ? 1 : 0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
      starts.push(index + end.length);
    }
    this.starts = Uint32Array.from(starts);
  }

  public position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}

interface Child { readonly value: number; readonly offset: number }

/** A key of the mapping itself wins over merged ones, and an earlier merged mapping over a later. */
function valueOfKey(events: readonly Event[], source: string, mapping: number, key: string): Child | undefined {
  const merged: number[] = [];
  for (let at = mapping + 1; events[at].type !== EVENT_ID.POP;) {
    const value = after(events, at);
    const name = textOf(events[at], source);
    if (name === key) {
      return { value, offset: startOf(events[at], source) };
    }
    if (name === MERGE) {
      merged.push(...mappingsOf(events, source, value));
    }
    at = after(events, value);
  }
  for (const other of merged) {
    const child = valueOfKey(events, source, other, key);
    if (child !== undefined) {
      return child;
    }
  }
  return undefined;
}

/** What a merge key brings in: a mapping, or a sequence of them. */
function mappingsOf(events: readonly Event[], source: string, node: number): number[] {
  const at = anchored(events, source, node);
  const nodes = [];
  if (events[at].type === EVENT_ID.SEQUENCE) {
    for (let child = at + 1; events[child].type !== EVENT_ID.POP; child = after(events, child)) {
      nodes.push(anchored(events, source, child));
    }
  } else {
    nodes.push(at);
  }
  return nodes.filter(index => events[index].type === EVENT_ID.MAPPING);
}

/** The node that an alias stands for: the last before it with its name. Any other node stands for itself. */
function anchored(events: readonly Event[], source: string, node: number): number {
  const alias = events[node];
  if (alias.type !== EVENT_ID.ALIAS) {
    return node;
  }
  const name = source.slice(alias.anchorStart, alias.anchorEnd);
  for (let at = node - 1; at > 0; at--) {
    const event = events[at];
    if ('tagStart' in event && event.anchorStart >= 0 && source.slice(event.anchorStart, event.anchorEnd) === name) {
      return at;
    }
  }
  return node;
}

function item(events: readonly Event[], source: string, sequence: number, index: number): Child | undefined {
  let at = sequence + 1;
  for (let count = 0; events[at].type !== EVENT_ID.POP; count++) {
    if (count === index) {
      return { value: at, offset: startOf(events[at], source) };
    }
    at = after(events, at);
  }
  return undefined;
}

/** The index of what follows the node at this index. */
function after(events: readonly Event[], node: number): number {
  let at = node;
  let depth = 0;
  do {
    const { type } = events[at++];
    depth += type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE ? 1 : type === EVENT_ID.POP ? -1 : 0;
  } while (depth > 0);
  return at;
}

function startOf(event: Event | undefined, source: string): number {
  switch (event?.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE: return event.start;
    case EVENT_ID.SCALAR: return startOfScalar(event, source);
    case EVENT_ID.ALIAS: return event.anchorStart - 1;
    default: return 0;
  }
}

const BLOCK_HEADER = /[|>][-+\d]*[ \t]*(?:#.*)?\r?\n?$/;

/** A quoted scalar starts at its quote, and a block scalar at the header on the line before its text. */
function startOfScalar({ style, valueStart }: ScalarEvent, source: string): number {
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED: return valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const header = source.lastIndexOf('\n', valueStart - 2) + 1;
      const found = BLOCK_HEADER.exec(source.slice(header, valueStart));
      return found === null ? valueStart : header + found.index;
    }
    default: return Math.max(valueStart, 0);
  }
}

function textOf(event: Event, source: string): string | undefined {
  return event.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : undefined;
}
