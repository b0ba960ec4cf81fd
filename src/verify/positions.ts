import { Event, EVENT_ID } from 'js-yaml';

/** A position in a text; both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type Path = readonly (string | number)[];

/**
 * The offset of a field in a document, or of its nearest parent that is written. Aliases and merge keys are not followed: the field is then
 * where the alias stands.
 */
export function offsetOf(events: readonly Event[], source: string, path: Path): number {
  let at = 1;
  let offset = startOf(events[at]);
  for (const key of path) {
    const child = events[at].type === EVENT_ID.MAPPING ? valueOfKey(events, source, at, String(key))
      : events[at].type === EVENT_ID.SEQUENCE && typeof key === 'number' ? item(events, at, key)
        : undefined;
    if (child === undefined) {
      return offset;
    }
    at = child.value;
    offset = child.offset;
  }
  return offset;
}

/** Turns offsets of one text into lines and columns. */
export class LineMap {
  private readonly starts: number[] = [0];

  public constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.starts.push(at + 1);
    }
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

function valueOfKey(events: readonly Event[], source: string, mapping: number, key: string): Child | undefined {
  for (let at = mapping + 1; events[at].type !== EVENT_ID.POP;) {
    const value = after(events, at);
    if (textOf(events[at], source) === key) {
      return { value, offset: startOf(events[at]) };
    }
    at = after(events, value);
  }
  return undefined;
}

function item(events: readonly Event[], sequence: number, index: number): Child | undefined {
  let at = sequence + 1;
  for (let count = 0; events[at].type !== EVENT_ID.POP; count++) {
    if (count === index) {
      return { value: at, offset: startOf(events[at]) };
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

function startOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE: return event.start;
    case EVENT_ID.SCALAR: return Math.max(event.valueStart, 0);
    case EVENT_ID.ALIAS: return event.anchorStart - 1;
    default: return 0;
  }
}

function textOf(event: Event, source: string): string | undefined {
  return event.type === EVENT_ID.SCALAR ? source.slice(event.valueStart, event.valueEnd) : undefined;
}
