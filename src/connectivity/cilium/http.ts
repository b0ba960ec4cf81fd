import { JsonObject } from '../../inventory/manifest';
import { literalIn } from '../literal';

/** Methods, of which one must match. */
const METHODS = /^\^\(?([^()]*)\)?\$$/;

/** A path, all that begins or ends so, with a query or without. */
const PATH = /^\^(\[\^\?\]\*)?(.*?)(\.\*|\(\\\?\.\*\)\?)\$$/;

/** Requests that a rule of Cilium lets through, as people write them where its regular expressions say no more than that: `GET,HEAD /api/*`. */
export function writtenHttp(rules: readonly JsonObject[]): string | undefined {
  const words = rules.map(({ method, path, host }) => [method && methodsIn(method), path && pathIn(path), host && `of ${host}`].filter(word => word !== undefined).join(' '));
  return words.includes('') ? undefined : words.sort().join(', ') || 'no request';
}

function methodsIn(pattern: string): string {
  const literals = METHODS.exec(pattern)?.[1].split('|').map(literalIn) ?? [undefined];
  return literals.includes(undefined) ? pattern : literals.join();
}

function pathIn(pattern: string): string {
  const [, anyBefore, text, after] = PATH.exec(pattern) ?? [];
  const known = text === undefined ? undefined : literalIn(text);
  const anyAfter = after === '.*';
  return known === undefined || anyBefore !== undefined && anyAfter ? pattern : `${anyBefore === undefined ? '' : '*'}${known}${anyAfter ? '*' : ''}`;
}
