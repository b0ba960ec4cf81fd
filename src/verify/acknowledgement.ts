import { isDay } from './day';
import { JsonObject } from '../inventory/manifest';
import { Acknowledgement } from '../model/acknowledgement';

/** Which objects a row of `bulwark.yaml` is about. What is left out matches everything, and `*` in a text is any text. */
export interface AcknowledgementScope {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
  /** The image of the container that a finding is about, as it is written. */
  readonly image?: string;
  /** A construct and everything below it. */
  readonly constructPath?: string;
  /** Labels that the object itself has. */
  readonly labels?: { readonly [label: string]: string };
}

/** An acknowledgement with the objects it is about and where it was written. */
export interface ScopedAcknowledgement extends Acknowledgement {
  readonly scope: AcknowledgementScope;
  /** For messages: `bulwark.yaml row 2`, `annotation of Deployment/web`. */
  readonly source: string;
}

/** The annotation that accepts findings on its object: `[{"id", "reason", "owner", "until"}]` in JSON. */
export const ACKNOWLEDGEMENT_ANNOTATION = 'cdk8s-bulwark/acknowledge';

/** What is wrong with an acknowledgement, or nothing. An unknown id, an empty reason and an expired one are errors, not silence. */
export function faultOf(
  row: ScopedAcknowledgement, known: (id: string) => { readonly strict: boolean } | undefined, today: string,
): string | undefined {
  const control = typeof row.id === 'string' ? known(row.id) : undefined;
  if (control === undefined) {
    return `${row.source}: there is no control "${row.id}"; \`bulwark controls\` lists them`;
  }
  if (control.strict) {
    return `${row.source}: ${row.id} is strict: it cannot be acknowledged`;
  }
  for (const field of ['reason', 'owner'] as const) {
    if (typeof row[field] !== 'string' || row[field].trim() === '') {
      return `${row.source}: the acknowledgement of ${row.id} has no ${field}; say it`;
    }
  }
  if (row.until !== undefined && !isDay(row.until)) {
    return `${row.source}: until "${row.until}" is not a day; write it as 2026-12-31`;
  }
  if (row.until !== undefined && row.until < today) {
    return `${row.source}: the acknowledgement of ${row.id} by ${row.owner} expired on ${row.until}; renew it or mend the finding`;
  }
  return undefined;
}

/** The acknowledgements that an object's annotation holds. */
export function annotated(object: JsonObject, label: string): ScopedAcknowledgement[] {
  const text = object.metadata?.annotations?.[ACKNOWLEDGEMENT_ANNOTATION];
  if (text === undefined) {
    return [];
  }
  const source = `annotation ${ACKNOWLEDGEMENT_ANNOTATION} of ${label}`;
  return rowsOf(parsed(text, source), source);
}

/** The acknowledgements of a `bulwark.yaml`: rows below `acknowledgements`, each with what it matches below `match`. */
export function configured(configuration: unknown, file: string): ScopedAcknowledgement[] {
  const rows = (configuration as any)?.acknowledgements;
  return rows === undefined ? [] : rowsOf(rows, file);
}

function parsed(text: unknown, source: string): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new Error(`${source}: it is not JSON; write [{"id": "...", "reason": "...", "owner": "..."}]`);
  }
}

function rowsOf(rows: unknown, source: string): ScopedAcknowledgement[] {
  if (!Array.isArray(rows) || rows.some(row => typeof row !== 'object' || row === null)) {
    throw new Error(`${source}: acknowledgements must be a list of mappings with id, reason and owner`);
  }
  return rows.map((row, index) => ({ ...row, scope: row.match ?? {}, source: `${source} row ${index + 1}` }));
}
