import { JsonObject } from './manifest';

/** A field that should be an object: empty where it is not one. */
export function objectAt(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as JsonObject : {};
}

/** A field that should be a list of objects, each in its place: empty where it is not one. */
export function objectsAt(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(objectAt) : [];
}

/** The kind as `Manifest.groupKind` writes it. */
export function groupKindOf(apiVersion: unknown, kind: unknown): string {
  const [group, version] = String(apiVersion ?? '').split('/');
  return version === undefined ? String(kind) : `${group}/${kind}`;
}
