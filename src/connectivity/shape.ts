import { JsonObject, Manifest } from '../inventory/manifest';

/** A manifest of which something cannot be told, and why. */
export interface Misshapen { readonly manifest: Manifest; readonly message: string }

/**
 * A list of mappings, empty where there is none; nothing in its place is an empty mapping, as the API server reads it.
 *
 * @throws if it is something else
 */
export function mappingsIn(value: unknown, field: string): readonly JsonObject[] {
  return listIn(value, field).map((each, index) => mappingIn(each, `${field}[${index}]`));
}

/** @throws if it is no list */
export function listIn(value: unknown, field: string): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  return Array.isArray(value) ? value : fail(field, 'a list');
}

/** @throws if it is no mapping */
export function mappingIn(value: unknown, field: string): JsonObject {
  if (value === undefined || value === null) {
    return {};
  }
  return typeof value === 'object' && !Array.isArray(value) ? value : fail(field, 'a mapping');
}

/** A selector, whose parts have the shape that they must have. */
export function selectorIn(value: unknown, field: string): JsonObject {
  const selector = mappingIn(value, field);
  mappingIn(selector.matchLabels, `${field}.matchLabels`);
  mappingsIn(selector.matchExpressions, `${field}.matchExpressions`);
  return selector;
}

function fail(field: string, wanted: string): never {
  throw new Error(`${field} is not ${wanted}: the API server refuses it, and it is not drawn`);
}
