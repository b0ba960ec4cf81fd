import fc from 'fast-check';

/** Expressions by the type they mostly have: literals, fields of the object, and what is made of both. Some mix types, as people do. */
const LEAVES = {
  int: ['0', '1', '-3', '9223372036854775807', 'object.a', 'object.zero', 'object.big', 'object.l[0]'],
  double: ['0.5', '-2.0', '1e19', 'object.b', '0.0'],
  string: ['""', '"a"', '"abc"', '"ä€😀"', 'object.s', 'object.t', 'object.e', 'object.m.x', 'object.quantity'],
  bool: ['true', 'false', 'object.f', 'has(object.s)', 'has(object.x)', 'object.x'],
  list: ['[1, 2, 3]', '[]', 'object.l', '[object.a]', '[3, 1, 2]'],
  texts: ['["b", "a"]', 'object.ls', '[object.s, object.t]'],
  map: ['{"a": 1}', 'object.m', '{}', '{object.s: object.a}'],
  any: ['object.n', 'object.mixed', 'object.c', 'object.x', '1u', 'b"a"'],
} as const;

type Kind = keyof typeof LEAVES;

/** What makes an expression of a type from others, whose places are named by their types. */
const RULES: { readonly [kind in Kind]: readonly string[] } = {
  int: ['<int> + <int>', '<int> - <int>', '<int> * <int>', '<int> / <int>', '<int> % <int>', '-<int>', '<string>.size()', 'size(<list>)', '<list>.sum()', '<list>.max()', '<string>.indexOf(<string>)', '<list>.indexOf(<int>)', 'int(<double>)', 'int(<string>)', '<bool> ? <int> : <int>', '<list>[<int>]',
    '<list>[?<int>].orValue(<int>)', '<any>', '<map>.size()', 'optional.of(<int>).optMap(v, v + <int>).orValue(<int>)', 'timestamp(<int>).getHours()', '<list>.filter(v, v > <int>).size()'],
  double: ['<double> + <double>', '<double> * <double>', '<double> / <double>', 'double(<int>)', '-<double>', 'double(<string>)'],
  string: ['<string> + <string>', '<string>.lowerAscii()', '<string>.replace(<string>, <string>)', '<string>.substring(<int>)', '<string>.charAt(<int>)', 'string(<int>)', 'string(<double>)', '<texts>.join(<string>)', '<bool> ? <string> : <string>', '"%s-%d".format([<string>, <int>])', '<string>.trim()', '<string>.find("[a-b]+")', '<texts>[<int>]', '<map>.?x.orValue(<string>)', 'strings.quote(<string>)'],
  bool: ['<int> < <int>', '<int> == <int>', '<double> >= <double>', '<int> < <double>', '<string> == <string>', '<string> <= <string>', '<bool> && <bool>', '<bool> || <bool>', '!<bool>', '<string>.startsWith(<string>)', '<string>.contains(<string>)', '<string>.matches("^[a-c]*$")', '<int> in <list>', '<string> in <map>', '<list>.all(v, v > <int>)', '<list>.exists(v, v == <int>)', '<list>.exists_one(v, v < <int>)', '<map>.all(k, k != <string>)', '<list>.all(i, v, v > i)', '<list> == <list>', '<any> == <any>', 'dyn(<int>) == <double>',
    'isQuantity(<string>)', 'quantity(<string>).isLessThan(quantity(<string>))', 'isURL(<string>)', 'isIP(<string>)', 'sets.contains(<list>, <list>)', '<list>.isSorted()', 'type(<int>) == type(<any>)', '<any>.?a.hasValue()', '<map> == <map>', '<bool> == <bool>'],
  list: ['<list> + <list>', '<list>.map(v, v + <int>)', '<list>.map(v, v > 1, v * 2)', '<list>.filter(v, v > <int>)', '<bool> ? <list> : <list>', '[<int>, <int>]', '[?optional.of(<int>), <int>]', '<list>.transformList(i, v, i + v)', '<any>'],
  texts: ['<string>.split(<string>)', '<texts>.map(v, v + <string>)', '<texts> + <texts>', '[<string>]', '<texts>.filter(v, v.size() > <int>)'],
  map: ['{<string>: <int>}', '{"a": <int>, ?"b": object.?s}', '<map>.transformMap(k, v, k)', '{"x": <string>}'],
  any: ['<int>', '<string>', '<bool>', '<list>', '<map>', 'dyn(<any>)', '<any>.a', '<any>[<int>]', '[<any>]', '<any> + <any>', 'object.?x.or(object.?a)', '<double>'],
};

function expression(kind: Kind, depth: number): fc.Arbitrary<string> {
  const leaf = fc.constantFrom(...LEAVES[kind]);
  const made = fc.constantFrom(...RULES[kind]).chain(rule => filled(rule, depth - 1));
  return depth === 0 ? leaf : fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 3, arbitrary: made });
}

function filled(rule: string, depth: number): fc.Arbitrary<string> {
  const parts = rule.split(/<(\w+)>/);
  return fc.tuple(...parts.map((part, index) => index % 2 === 0 ? fc.constant(part) : expression(part as Kind, depth).map(inner => `(${inner})`))).map(texts => texts.join(''));
}

export const anExpression = fc.constantFrom(...Object.keys(LEAVES) as Kind[]).chain(kind => expression(kind, 3));
