import { Ast, OptionalEntry } from './ast';
import { Double, Uint } from './values';

/** How tightly each operator binds; everything that is not listed binds tightest. */
const STRENGTH: { readonly [op: string]: number } = {
  '?:': 0, '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, 'in': 3, '+': 4, '-': 4, '*': 5, '/': 5, '%': 5, '!_': 6, '-_': 6,
};
const TIGHTEST = 7;

/** Writes a syntax tree as an expression that reads as the same tree. */
export function print(ast: Ast): string {
  switch (ast.op) {
    case 'value': return literal(ast.args);
    case 'id': return ast.args;
    case '.': case '.?': return `${inside(ast.args[0], TIGHTEST)}${ast.op}${ast.args[1]}`;
    case '[]': return `${inside(ast.args[0], TIGHTEST)}[${print(ast.args[1])}]`;
    case '[?]': return `${inside(ast.args[0], TIGHTEST)}[?${print(ast.args[1])}]`;
    case 'list': return `[${ast.args.map(entry).join(', ')}]`;
    case 'map': return `{${ast.args.map(([key, value]) => `${entry(key)}: ${print(value)}`).join(', ')}}`;
    case '?:': return `${inside(ast.args[0], 1)} ? ${inside(ast.args[1], 1)} : ${print(ast.args[2])}`;
    case '!_': case '-_': return `${ast.op[0]}${inside(ast.args, TIGHTEST)}`;
    case 'call': return `${ast.args[0]}(${ast.args[1].map(print).join(', ')})`;
    case 'rcall': return `${inside(ast.args[1], TIGHTEST)}.${ast.args[0]}(${ast.args[2].map(print).join(', ')})`;
    default: return `${inside(ast.args[0], STRENGTH[ast.op])} ${ast.op} ${inside(ast.args[1], STRENGTH[ast.op] + 1)}`;
  }
}

function entry(item: Ast | OptionalEntry): string {
  return item.op === '?' ? `?${print(item.args)}` : print(item);
}

/** In parentheses, where the tree would otherwise be read differently. A negative number is one that a member cannot follow. */
function inside(ast: Ast, strength: number): string {
  const text = print(ast);
  return (STRENGTH[ast.op] ?? TIGHTEST) < strength || (ast.op === 'value' && text.startsWith('-')) ? `(${text})` : text;
}

function literal(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (value instanceof Uint8Array) {
    return `b"${[...value].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;
  }
  if (value instanceof Double) {
    return Number.isInteger(value.value) && !String(value.value).includes('e') ? `${value.value}.0` : String(value.value);
  }
  return value instanceof Uint ? `${value.value}u` : String(value);
}
