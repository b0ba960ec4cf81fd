import { AcknowledgedFinding, Finding, ReportedObject, ReportError } from './report';

/** An object as people write it: `Deployment/shop/web`. */
export function objectName({ kind, namespace, name }: Pick<ReportedObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}/${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** What a finding is about: the object, and the container where it is about one. */
export function subjectOf({ object, container }: Finding): string {
  return `${objectName(object)}${container === undefined ? '' : ` container ${container}`}`;
}

/** Where it is written: `web.yaml:7:5`, or the path of the construct. */
export function placeOf({ file, line, column, constructPath = '' }: Finding): string {
  return file === undefined ? constructPath : [file, line, column].filter(part => part !== undefined).join(':');
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
