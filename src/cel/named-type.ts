import { DYN, list, map, simple, Type } from './types';

const BASIC = [
  'bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint', 'google.protobuf.Timestamp', 'google.protobuf.Duration',
];
const SINCE = new Map<string, number>([...BASIC.map(name => [name, 0] as const), ['optional_type', 29], ['net.IP', 31], ['net.CIDR', 31]]);
const WITH_PARAMETERS = new Map([['list', list(DYN)], ['map', map(DYN, DYN)]]);

/** The type that an expression may name, and the first minor where it may. */
export function namedType(name: string): { readonly type: Type; readonly since: number } | undefined {
  const since = SINCE.get(name);
  return since === undefined ? undefined : { since, type: WITH_PARAMETERS.get(name) ?? simple(name) };
}
