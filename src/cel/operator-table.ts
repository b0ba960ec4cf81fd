import { equalityCost, one, sizeOf, traversal } from './cost';
import { operation } from './operators';
import { Cost, Overload, overload, overloads } from './overload';

const NUMBERS = ['double', 'int', 'uint'];

const same = (types: readonly string[], result = '') => types.map(type => `(${type}, ${type}) -> ${result || type}`);
const mixed = NUMBERS.flatMap(left => NUMBERS.filter(right => right !== left).map(right => `(${left}, ${right}) -> bool`));

/** Texts are gone through, everything else is one step. */
const shorter: Cost = ([left, right]) => traversal(Math.min(sizeOf(left), sizeOf(right)));
const both: Cost = ([left, right]) => traversal(sizeOf(left) + sizeOf(right));
const isText = /string|bytes/;

const priced = (sign: string, signatures: readonly string[], cost: Cost) =>
  signatures.flatMap(signature => overload(signature, operation(sign), isText.test(signature) ? { cost } : {}));
const comparison = (sign: string) => [
  ...priced(sign, same(['bool', 'int'], 'bool'), shorter), ...overloads(mixed, operation(sign), { since: 29 }),
  ...priced(sign, same(['uint', 'double', 'string', 'bytes', 'timestamp', 'duration'], 'bool'), shorter),
];
const arithmetic = (sign: string, ...signatures: string[]) => priced(sign, signatures, both);
const equality = (sign: string) => overload('(T, T) -> bool', operation(sign), { cost: ([left, right]) => equalityCost(left, right) });

/** What goes where with operators, in the order in which the API server tries, which decides where nothing else does; those that are not plain functions of their operands are evaluated elsewhere. */
const OPERATORS: { readonly [sign: string]: readonly Overload[] } = {
  '==': equality('=='),
  '!=': equality('!='),
  '<': comparison('<'),
  '<=': comparison('<='),
  '>': comparison('>'),
  '>=': comparison('>='),
  '+': arithmetic('+', ...same(['bytes', 'double', 'duration']), '(duration, timestamp) -> timestamp', '(timestamp, duration) -> timestamp', ...same(['int']),
    '(list(T), list(T)) -> list(T)', ...same(['string', 'uint'])),
  '-': arithmetic('-', ...same(['double', 'duration', 'int']), '(timestamp, duration) -> timestamp', '(timestamp, timestamp) -> duration', ...same(['uint'])),
  '*': arithmetic('*', ...same(NUMBERS)),
  '/': arithmetic('/', ...same(NUMBERS)),
  '%': arithmetic('%', ...same(['int', 'uint'])),
  'in': [...overload('(T, list(T)) -> bool', operation('in'), { cost: ([, values]) => sizeOf(values), uncertainCost: one }), ...overload('(K, map(K, V)) -> bool', operation('in'))],
  '-_': overloads(['(double) -> double', '(int) -> int'], operation('-_')),
  '!_': overload('(bool) -> bool', operation('!_')),
  '&&': overload('(bool, bool) -> bool', operation('&&')),
  '||': overload('(bool, bool) -> bool', operation('||')),
  '?:': overload('(bool, T, T) -> T', operation('?:')),
  '[]': [
    ...overloads(['(list(T), int) -> T', '(map(K, V), K) -> V'], operation('[]')),
    ...overloads(['(optional(list(T)), int) -> optional(T)', '(optional(map(K, V)), K) -> optional(V)'], operation('[]'), { since: 29 }),
  ],
  '[?]': overloads([
    '(list(T), int) -> optional(T)', '(map(K, V), K) -> optional(V)', '(optional(list(T)), int) -> optional(T)', '(optional(map(K, V)), K) -> optional(V)',
  ], operation('[?]'), { since: 29 }),
};

/** All ways to apply an operator, of all minors. */
export function operatorOverloads(sign: string): readonly Overload[] {
  return OPERATORS[sign];
}
