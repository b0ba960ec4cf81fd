import { AcknowledgedFinding, Finding, ReportedObject, ReportError } from './report';
import { RemedyClass } from '../../controls/remedy';
import { writtenPath } from '../written-path';

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

/** What mends it, a line a field: `+ spec.containers[0].securityContext: {"runAsNonRoot":true}`. */
export function patchLines({ patch }: Finding): string[] {
  return (patch?.operations ?? []).map(({ path, value }) =>
    `+ ${writtenPath(stepsOf(path))}: ${JSON.stringify(value)}${patch!.remedyClass === RemedyClass.BEHAVIOURAL ? ' (try it first: it could stop the program)' : ''}`);
}

/** The steps of a JSON pointer. No mapping of an object that is mended has names of digits alone. */
export function stepsOf(pointer: string): (string | number)[] {
  return pointer.split('/').slice(1).map(step => /^\d+$/.test(step) ? Number(step) : step.replace(/~1/g, '/').replace(/~0/g, '~'));
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
