import { isDeepStrictEqual } from 'node:util';
import { AcknowledgedFinding, Finding, Report, ReportError, ReportedObject } from './report';
import { objectName } from './wording';
import { changedConnections } from '../../connectivity/connections';
import { Edge, Reencrypted } from '../../connectivity/edge';
import { Manifest } from '../../inventory/manifest';

/** Manifests as they were and as they are: what was found in one and not in the other, and which objects are others. */
export interface Difference {
  /** Findings that were not there. */
  readonly appeared: readonly Finding[];

  /** Findings that are no more: mended, or their object is gone. */
  readonly went: readonly Finding[];

  /** Findings that are accepted now, and were not. */
  readonly acknowledged: readonly AcknowledgedFinding[];

  /** Findings that are still there. */
  readonly remaining: number;
  readonly added: readonly ReportedObject[];
  readonly removed: readonly ReportedObject[];
  readonly changed: readonly ReportedObject[];

  /** Connections that network policies and meshes together let through, and did not before. */
  readonly opened: readonly Edge[];

  /** Connections that they let through before and no more. */
  readonly closed: readonly Edge[];

  /** Connections that travel otherwise: encrypted before, and in plain text now, or the other way round. */
  readonly reencrypted: readonly Reencrypted[];

  /** What could not be read or judged, in either. */
  readonly errors: readonly ReportError[];
}

/** One side of a comparison. */
export interface Side {
  readonly report: Report;
  readonly manifests: readonly Manifest[];

  /** What counts for connections besides. */
  readonly context?: readonly Manifest[];
}

/**
 * Compares findings by fingerprint, and objects by kind, namespace and name: what counts is what they say, not where or how they are written.
 *
 * @param unread what could not be read of the manifests as they were
 */
export function differenceOf(before: Side, after: Side, unread: readonly ReportError[]): Difference {
  const known = fingerprints(before.report.findings);
  const now = fingerprints([...after.report.findings, ...after.report.acknowledged]);
  const accepted = fingerprints(before.report.acknowledged);
  const objects = { before: byIdentity(before.manifests), after: byIdentity(after.manifests) };
  const only = (here: ReadonlyMap<string, readonly Manifest[]>, there: ReadonlyMap<string, readonly Manifest[]>) =>
    [...here].filter(([identity]) => !there.has(identity)).map(([, [manifest]]) => reported(manifest));
  const [was, is] = [before, after].map(({ manifests, context = [] }) => [...manifests, ...context]);
  const { opened, closed, reencrypted, misshapen } = changedConnections(was, is, 'effective');
  return {
    appeared: after.report.findings.filter(({ fingerprint }) => !known.has(fingerprint)),
    went: before.report.findings.filter(({ fingerprint }) => !now.has(fingerprint)),
    acknowledged: after.report.acknowledged.filter(({ fingerprint }) => !accepted.has(fingerprint)),
    remaining: after.report.findings.filter(({ fingerprint }) => known.has(fingerprint)).length,
    added: only(objects.after, objects.before),
    removed: only(objects.before, objects.after),
    changed: [...objects.after].filter(([identity, manifests]) => objects.before.has(identity) && !same(objects.before.get(identity)!, manifests))
      .map(([, [manifest]]) => reported(manifest)),
    opened,
    closed,
    reencrypted,
    errors: [...misshapen.map(({ manifest, message }) => ({ file: manifest.origin.file, message: `${objectName(manifest)}: ${message}` })), ...unread, ...after.report.errors],
  };
}

function fingerprints(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}

/** Several may have one name, as in the folders of several clusters: they are compared together. */
function byIdentity(manifests: readonly Manifest[]): ReadonlyMap<string, readonly Manifest[]> {
  const found = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    const identity = `${manifest.group} ${objectName(manifest)}`;
    found.set(identity, [...found.get(identity) ?? [], manifest]);
  }
  return found;
}

function same(before: readonly Manifest[], after: readonly Manifest[]): boolean {
  return before.length === after.length && before.every(({ written }, index) => isDeepStrictEqual(written, after[index].written));
}

function reported({ apiVersion, kind, namespace, name }: Manifest): ReportedObject {
  return { apiVersion, kind, namespace, name };
}
