import { constructFromEvents, Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { KUBERNETES_YAML } from './yaml-schema';

/** One non-empty YAML document of a text. */
export interface YamlDocument {
  /** 0-based, among the non-empty documents. */
  readonly index: number;

  /** Where it starts in the text: an offset. */
  readonly start: number;
  readonly value: unknown;

  /** What the parser saw, from which positions are found when they are needed. */
  readonly events: readonly Event[];
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

const SEPARATOR = /^---(?=[ \t\r\n]|$)/gm;
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
    return { documents: [], faults: [fault(whole, 0)] };
  }
  const documents: YamlDocument[] = [];
  const faults: TextFault[] = [];
  let index = 0;
  starts.forEach((start, part) => {
    const source = text.slice(start, starts[part + 1] ?? text.length);
    const firstLine = countLines(text, start);
    try {
      const read = parse(source, start, index);
      documents.push(...read);
      index += read.length;
    } catch (error) {
      faults.push(fault(error, firstLine));
      index++;
    }
  });
  return { documents, faults };
}

function parse(text: string, offset: number, firstIndex: number): YamlDocument[] {
  const source = text.charCodeAt(0) === 0xFEFF ? ` ${text.slice(1)}` : text;
  const events = parseEvents(source, { maxDepth: MAXIMAL_DEPTH });
  const documents: YamlDocument[] = [];
  for (const own of splitByDocument(events)) {
    const [value] = constructFromEvents(own, { source, schema: KUBERNETES_YAML });
    if (value !== null && value !== undefined) {
      documents.push({ index: firstIndex + documents.length, start: offset, value, events: own });
    }
  }
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

function fault(error: unknown, firstLine: number): TextFault {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const reason = error instanceof YAMLException ? error.reason : (error as Error).message;
  return { line: firstLine + (mark?.line ?? 0) + 1, message: `not YAML: ${reason}` };
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}
