import { additionsOf } from './additions';
import { Edit, insertionOf, writtenDocuments } from './insertion';
import { Filled, Remedies } from '../controls/remedies';
import { readDocuments } from '../verify/documents';
import { Finding } from '../verify/report/report';

/** A text in which remedies were applied, and what they filled in. */
export interface Fixed {
  readonly text: string;
  readonly filled: readonly Filled[];
}

/**
 * Applies the remedies of what was found in a text. Comments, order and style stay as they are: only lines are put in.
 *
 * @throws if the text would then not say what is meant, as where an anchor makes one place stand for several
 */
export function fixed(text: string, findings: readonly Finding[], remedies: Remedies): Fixed {
  const { documents } = readDocuments(text);
  const after = documents.map(({ value }) => structuredClone(value));
  const filled = documents.flatMap(({ index }) => {
    const asked = new Set(findings.filter(({ document }) => document === index).map(({ control }) => control));
    return asked.size === 0 ? [] : remedies.fillIn(after[index] as any, control => asked.has(control));
  });
  if (filled.length === 0) {
    return { text, filled };
  }
  const nodes = writtenDocuments(text);
  const edits = documents.flatMap(({ index, value }) => additionsOf(value, after[index]).map(addition => insertionOf(text, nodes[index], addition)));
  const result = withLineEnds(text, edited(text, edits));
  if (JSON.stringify(readDocuments(result).documents.map(({ value }) => value)) !== JSON.stringify(after)) {
    throw new Error('it cannot be fixed in its text, as where an anchor stands for several places: fill the fields in by hand');
  }
  return { text: result, filled };
}

/** Of two edits in one place the deeper comes first, for it belongs to what stands before. */
function edited(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.depth - a.depth);
  let result = '';
  let at = 0;
  for (const { start, end, text: put } of sorted) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

/** A file of Windows stays one. */
function withLineEnds(text: string, result: string): string {
  return text.includes('\r\n') ? result.replace(/\r?\n/g, '\r\n') : result;
}
