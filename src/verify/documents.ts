import { constructFromEvents, Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { AliasFault, checkAliases } from './aliases';
import { followsDirective, portionsOf } from './portions';
import { KUBERNETES_YAML } from './yaml-schema';

/** One non-empty YAML document of a text. */
export interface YamlDocument {
  /** 0-based, among the non-empty documents. */
  readonly index: number;
  readonly value: unknown;

  /** What it was read from, and its place in that, 0-based. */
  readonly portion: Portion;
  readonly nth: number;
}

/** A text or a part of it, with the documents in it. */
export class Portion {
  /** What was asked for last: findings come in the order of the documents, and more than these would fill the memory. */
  private static latest?: { readonly portion: Portion; readonly split: readonly (readonly Event[])[] };

  /** @param start where it starts in its text: an offset */
  public constructor(public readonly source: string, public readonly start: number) {}

  /** What the parser sees in it. */
  public read(): Event[] {
    return parseEvents(this.source, { maxDepth: MAXIMAL_DEPTH });
  }

  /** What the parser saw of a document, from which positions are found. It is read again when it is asked for, rather than kept: most files have no finding. */
  public eventsOf(nth: number): readonly Event[] {
    if (Portion.latest?.portion !== this) {
      Portion.latest = { portion: this, split: splitByDocument(this.read()) };
    }
    return Portion.latest.split[nth];
  }
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

function parse(text: string, offset: number, firstIndex: number): YamlDocument[] {
  const marked = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const source = marked === 0 ? text : text.slice(marked);
  const portion = new Portion(source, offset + marked);
  const events = portion.read();
  if (events.some(({ type }) => type === EVENT_ID.ALIAS)) {
    splitByDocument(events).forEach(own => checkAliases(own, source));
  }
  const documents: YamlDocument[] = [];
  constructFromEvents(events, { source, schema: KUBERNETES_YAML }).forEach((value, nth) => {
    if (value !== null && value !== undefined) {
      documents.push({ index: firstIndex + documents.length, value, portion, nth });
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
