const CLAUSE = /%(?:%|(?:\.(\d*))?([^]?))/g;
const NUMBERS = ['int', 'uint'];

/** What each clause takes. */
const TAKES: { readonly [kind: string]: readonly string[] } = {
  s: ['list', 'map', 'int', 'uint', 'double', 'bool', 'string', 'google.protobuf.Timestamp', 'google.protobuf.Duration', 'bytes', 'type', 'null_type'],
  d: NUMBERS,
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: [...NUMBERS, 'bool'],
  x: [...NUMBERS, 'string', 'bytes'],
  X: [...NUMBERS, 'string', 'bytes'],
  o: NUMBERS,
};

/** What is wrong with filling values of these types in, if anything is. */
export function formatError(text: string, types: readonly string[]): string | undefined {
  const clauses = [...text.matchAll(CLAUSE)].filter(([clause]) => clause !== '%%');
  for (const [index, [clause, precision, kind]] of clauses.entries()) {
    if (TAKES[kind] === undefined || precision === '') {
      return `"${clause}" says no format`;
    }
    if (index >= types.length) {
      return `a value for "${clause}" is missing`;
    }
    if (types[index] !== 'dyn' && !TAKES[kind].includes(types[index].replace(/\(.*/, ''))) {
      return `"${clause}" does not take ${types[index]}`;
    }
  }
  return types.length > clauses.length ? `it has ${types.length} values for ${clauses.length} places` : undefined;
}
