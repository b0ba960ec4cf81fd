import { constructFromEvents, Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { AliasFault, checkAliases } from './aliases';
import { KUBERNETES_YAML } from './yaml-schema';

/** One non-empty YAML document of a text. */
export interface YamlDocument {
  /** 0-based, among the non-empty documents. */
  readonly index: number;

  /** What it was read from, the text or a part of it, and where that starts: an offset. */
  readonly source: string;
  readonly start: number;
  readonly value: unknown;

  /** What the parser saw, from which positions are found. They are read again when they are asked for, rather than kept: most files have no finding. */
  readonly events: () => readonly Event[];
}

/** A place in a text where something is wrong. */
export interface TextFault {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** What a text holds: documents, and what could not be read. */
export interface Documents {
  readonly documents: readonly YamlDocument[];
  readonly faults: readonly TextFault[];
}

/** Where one document ends and another can start. */
const SEPARATOR = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const BYTE_ORDER_MARK = 0xFEFF;
const MAXIMAL_DEPTH = 200;

/** Reads every document of a YAML or JSON text. One that cannot be read is a fault; the others are read all the same. */
export function readDocuments(text: string): Documents {
  try {
    return { documents: parse(text, 0, 0), faults: [] };
  } catch (error) {
    return readOneByOne(text, error);
  }
}

/** The slow way, for texts with a fault: each part between separators by itself. */
function readOneByOne(text: string, whole: unknown): Documents {
  const starts = [0, ...[...text.matchAll(SEPARATOR)].map(match => match.index)];
  if (starts.length === 1) {
    return { documents: [], faults: [fault(whole, text, 0)] };
  }
  const documents: YamlDocument[] = [];
  const faults: TextFault[] = [];
  let index = 0;
  starts.forEach((start, part) => {
    const source = text.slice(start, starts[part + 1] ?? text.length);
    try {
      const read = parse(source, start, index);
      documents.push(...read);
      index += read.length;
    } catch (error) {
      faults.push(fault(error, source, countLines(text, start)));
      index++;
    }
  });
  return { documents, faults };
}

function parse(text: string, offset: number, firstIndex: number): YamlDocument[] {
  const marked = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const source = marked === 0 ? text : text.slice(marked);
  const read = () => parseEvents(source, { maxDepth: MAXIMAL_DEPTH });
  const events = read();
  if (events.some(({ type }) => type === EVENT_ID.ALIAS)) {
    splitByDocument(events).forEach(own => checkAliases(own, source));
  }
  let split: Event[][] | undefined;
  const documents: YamlDocument[] = [];
  constructFromEvents(events, { source, schema: KUBERNETES_YAML }).forEach((value, nth) => {
    if (value !== null && value !== undefined) {
      const eventsOf = () => (split ??= splitByDocument(read()))[nth];
      documents.push({ index: firstIndex + documents.length, start: offset + marked, source, value, events: eventsOf });
    }
  });
  return documents;
}

function splitByDocument(events: readonly Event[]): Event[][] {
  const documents: Event[][] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      documents.push([]);
    }
    documents[documents.length - 1].push(event);
  }
  return documents;
}

/** The parser sees some faults only at the end of what it read: they are named where the last line of the document stands. */
function fault(error: unknown, source: string, firstLine: number): TextFault {
  const line = error instanceof YAMLException ? error.mark?.line ?? 0 : error instanceof AliasFault ? countLines(source, error.offset) : 0;
  const reason = error instanceof YAMLException ? error.reason : (error as Error).message;
  const last = countLines(source, source.trimEnd().length);
  return { line: firstLine + Math.min(line, last) + 1, message: `not YAML: ${reason}` };
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}
