import { AcknowledgedFinding, Finding, ReportedObject, ReportError } from './report';

/** An object as people write it: `Deployment/shop/web`. */
export function objectName({ kind, namespace, name }: Pick<ReportedObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}/${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** What a finding is about: the object, and the container where it is about one. */
export function subjectOf({ object, container }: Finding): string {
  return `${objectName(object)}${container === undefined ? '' : ` container ${container}`}`;
}

/** A place in a file that people edit. */
export interface EditedPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** Where it is mended: in the manifest, or in the source that made the object. Standard input is no file. */
export function editedAt({ file, line, column, madeAt }: Finding): EditedPlace | undefined {
  return file === undefined ? madeAt : file === '-' ? undefined : { file, line, column };
}

/** Where it is written: `web.yaml:7:5`, or `main.ts:7:5 (shop/web)`, or the path of the construct where nobody knows who made it. */
export function placeOf({ file, line, column, madeAt, constructPath = '' }: Finding): string {
  const place = (at: Partial<EditedPlace>) => [at.file, at.line, at.column].filter(part => part !== undefined).join(':');
  return file !== undefined ? place({ file, line, column }) : madeAt !== undefined ? `${place(madeAt)} (${constructPath})` : constructPath;
}

/** Where an error is, as far as that is known: `web.yaml:7`. */
export function placeOfError({ file, line }: ReportError): string {
  return file === undefined ? '' : line === undefined ? file : `${file}:${line}`;
}

/** Who accepted it, and why: `by jane: it must (until 2026-12-31)`. */
export function acceptedBy({ owner, reason, until }: AcknowledgedFinding): string {
  return `by ${owner}: ${reason}${until === undefined ? '' : ` (until ${until})`}`;
}

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
