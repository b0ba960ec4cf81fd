import { constructFromEvents, Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { AliasFault, checkAliases } from './aliases';
import { followsDirective, portionsOf } from './portions';
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
  const documents: YamlDocument[] = [];
  const faults: TextFault[] = [];
  const next = () => documents.length + faults.length;
  for (const [start, end] of portionsOf(text)) {
    try {
      documents.push(...parse(text.slice(start, end), start, next()));
    } catch {
      // The slow way, for a portion with a fault: each part between separators by itself.
      for (const [from, to] of partsOf(text, start, end)) {
        const source = text.slice(from, to);
        try {
          documents.push(...parse(source, from, next()));
        } catch (error) {
          faults.push(fault(error, source, countLines(text, from)));
        }
      }
    }
  }
  return { documents, faults };
}

function* partsOf(text: string, start: number, end: number): Generator<readonly [from: number, to: number]> {
  const cuts = [...text.slice(start, end).matchAll(SEPARATOR)].map(match => start + match.index);
  const starts = [start, ...cuts.filter(cut => cut > start && !followsDirective(text, cut - 1))];
  for (const [index, from] of starts.entries()) {
    yield [from, starts[index + 1] ?? end];
  }
}

/** What was asked for last: findings come in the order of the documents, and more than these would fill the memory. */
let latest: { readonly read: () => Event[]; readonly split: readonly Event[][] } | undefined;

function parse(text: string, offset: number, firstIndex: number): YamlDocument[] {
  const marked = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const source = marked === 0 ? text : text.slice(marked);
  const read = () => parseEvents(source, { maxDepth: MAXIMAL_DEPTH });
  const events = read();
  if (events.some(({ type }) => type === EVENT_ID.ALIAS)) {
    splitByDocument(events).forEach(own => checkAliases(own, source));
  }
  const documents: YamlDocument[] = [];
  constructFromEvents(events, { source, schema: KUBERNETES_YAML }).forEach((value, nth) => {
    if (value !== null && value !== undefined) {
      const eventsOf = () => {
        if (latest?.read !== read) {
          latest = { read, split: splitByDocument(read()) };
        }
        return latest.split[nth];
      };
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
