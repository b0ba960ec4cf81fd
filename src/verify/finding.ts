import { createHash } from 'node:crypto';
import { Rule, Violation } from './judge';
import { Finding, FindingPatch, ReportedObject } from './report/report';
import { shared } from './shared-text';
import { VerifierOptions } from './verifier-options';
import { writtenPath } from './written-path';
import { Manifest } from '../inventory/manifest';
import { placeInObject } from '../model/assembled/assembly';

/** A manifest's place, or nothing for objects of an app. */
export type Locate = (manifest: Manifest, path: readonly (string | number)[]) => { readonly line?: number; readonly column?: number };

/** What a report says of one place where a control does not hold. */
export function findingOf(
  control: Rule, manifest: Manifest, violation: Violation, locate: Locate, patch: FindingPatch | undefined, severities: VerifierOptions['severities'] = {},
): Finding {
  const { namespace, name, origin } = manifest;
  const place = placeInObject(manifest.pod, violation.path);
  const { line, column } = locate(manifest, place);
  const path = shared(writtenPath(place));
  const identity = [control.id, manifest.groupKind, namespace, name, violation.container ?? '', path, ...violation.key === undefined ? [] : [violation.key]];
  return {
    control: control.id,
    recommendation: control.recommendation,
    severity: severities[control.id] ?? violation.severity ?? control.severity,
    object: objectOf(manifest),
    container: violation.container,
    path,
    file: origin.file,
    document: origin.document,
    line,
    column,
    constructPath: origin.constructPath,
    madeAt: origin.madeAt?.(),
    message: violation.message ?? control.message,
    remediation: control.remediation,
    patch,
    references: violation.references === undefined ? referencesOf(control) : [...referencesOf(control), ...violation.references],
    fingerprint: createHash('sha256').update(JSON.stringify(identity)).digest().toString('hex', 0, 8),
  };
}

let latest: { readonly manifest: Manifest; readonly object: ReportedObject } | undefined;

/** One for all findings of an object, which follow each other. */
function objectOf(manifest: Manifest): ReportedObject {
  if (latest?.manifest !== manifest) {
    const { apiVersion, kind, namespace, name } = manifest;
    latest = { manifest, object: { apiVersion, kind, namespace, name } };
  }
  return latest.object;
}

const references = new WeakMap<Rule, string[]>();

/** One list for all findings of a control. */
function referencesOf(control: Rule): string[] {
  const known = references.get(control) ?? control.references.map(String);
  references.set(control, known);
  return known;
}

/** A manifest in a message: `Deployment/shop/web`. */
export function labelOf({ kind, namespace, name }: Manifest): string {
  return `${kind}/${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** What a manifest says of its pods in a way that is not read. */
export function unreadIn(manifest: Manifest): string[] {
  return (manifest.pod?.assembly?.unread ?? []).map(path => `${labelOf(manifest)}: ${writtenPath(path)} changes its pod in a way that is not judged`);
}
