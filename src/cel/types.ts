/** A static type, such as `list(string)`. A variable stands for a type that is not known yet. */
export interface Type {
  readonly kind: string;
  readonly parameters: readonly Type[];

  /** Which one, of a variable. */
  readonly variable?: number;

  /** The fields, of an object whose fields are known. */
  readonly fields?: Fields;
}

/** The types of an object's fields. */
export type Fields = ReadonlyMap<string, Type>;

/** What a function takes and gives, as an overload declares it. */
export interface Signature {
  readonly member: boolean;
  readonly parameters: readonly Type[];
  readonly result: Type;
}

const NONE: readonly Type[] = [];

export const simple = (kind: string): Type => ({ kind, parameters: NONE });
export const list = (element: Type): Type => ({ kind: 'list', parameters: [element] });
export const map = (key: Type, value: Type): Type => ({ kind: 'map', parameters: [key, value] });
export const optional = (value: Type): Type => ({ kind: 'optional_type', parameters: [value] });
export const object = (kind: string, fields: { readonly [name: string]: Type }): Type =>
  ({ kind, parameters: NONE, fields: new Map(Object.entries(fields)) });
export const typeOf = (type: Type): Type => ({ kind: 'type', parameters: [type] });

export const DYN = simple('dyn');
export const BOOL = simple('bool');
export const INT = simple('int');
export const STRING = simple('string');
export const NULL = simple('null_type');

/** How signatures write the types whose names are long. */
const SHORT: { readonly [name: string]: string } = {
  timestamp: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
  optional: 'optional_type',
  quantity: 'kubernetes.Quantity',
  url: 'kubernetes.URL',
  format: 'kubernetes.NamedFormat',
  semver: 'kubernetes.Semver',
  ip: 'net.IP',
  cidr: 'net.CIDR',
};
const PIECE = /[A-Za-z_]+|[(),.]|->/g;

const signatures = new Map<string, Signature>();

/** Reads a signature such as `list(T).indexOf(T) -> int`, without the name: `list(T).(T) -> int`. Capital letters are type variables. */
export function signatureOf(text: string): Signature {
  let known = signatures.get(text);
  if (known === undefined) {
    known = read(text);
    signatures.set(text, known);
  }
  return known;
}

function read(text: string): Signature {
  const pieces = text.match(PIECE)!;
  let at = 0;
  const several = (): Type[] => {
    const types: Type[] = [];
    at++;
    while (pieces[at] !== ')') {
      types.push(one());
      at += pieces[at] === ',' ? 1 : 0;
    }
    at++;
    return types;
  };
  const one = (): Type => {
    const name = pieces[at++];
    if (/^[A-Z]$/.test(name)) {
      return { kind: 'variable', parameters: NONE, variable: -name.charCodeAt(0) };
    }
    return { kind: SHORT[name] ?? name, parameters: pieces[at] === '(' ? several() : NONE };
  };
  const member = pieces[0] !== '(';
  const receiver = member ? [one()] : [];
  at += member ? 1 : 0;
  const parameters = [...receiver, ...several()];
  at++;
  return { member, parameters, result: one() };
}

/** Writes a type for a message; what is not known may be anything. */
export function write(type: Type): string {
  return writeWith(type, 'dyn');
}

/** Whether two types are one, with the same variables. */
export function isSame(a: Type, b: Type): boolean {
  return writeWith(a) === writeWith(b);
}

function writeWith(type: Type, variable?: string): string {
  const kind = type.kind === 'variable' ? variable ?? String(type.variable) : type.kind;
  return type.parameters.length === 0 ? kind : `${kind}(${type.parameters.map(part => writeWith(part, variable)).join(', ')})`;
}
