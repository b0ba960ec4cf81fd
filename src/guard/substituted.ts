import { literal } from './literal';
import { Ast, OptionalEntry, parse, print } from '../cel/ast';
import { macrosOf } from '../cel/macro-table';

/** What stands for a name: another expression, or a value of which fields are selected. */
export interface Substitutes {
  readonly [name: string]: { readonly expression: string } | { readonly value: { readonly [field: string]: unknown } };
}

/** An expression with names replaced, except where a macro binds them anew. */
export function substituted(expression: string, substitutes: Substitutes): string {
  return print(rewrite(parse(expression), substitutes));
}

function rewrite(ast: Ast, names: Substitutes): Ast {
  const inside = (part: Ast) => rewrite(part, names);
  const entry = (part: Ast | OptionalEntry): any => part.op === '?' ? { ...part, args: inside(part.args) } : inside(part);
  switch (ast.op) {
    case 'value': return ast;
    case 'id': return replaced(ast, names);
    case '.': return selected(ast.args, names) ?? { ...ast, args: [inside(ast.args[0]), ast.args[1]] };
    case '.?': return { ...ast, args: [inside(ast.args[0]), ast.args[1]] };
    case 'list': return { ...ast, args: ast.args.map(entry) };
    case 'map': return { ...ast, args: ast.args.map(([key, value]) => [entry(key), inside(value)] as const) };
    case '?:': return { ...ast, args: [inside(ast.args[0]), inside(ast.args[1]), inside(ast.args[2])] };
    case '!_': case '-_': return { ...ast, args: inside(ast.args) };
    case 'call': return { ...ast, args: [ast.args[0], ast.args[1].map(inside)] };
    case 'rcall': {
      const [name, receiver, args] = ast.args;
      const bound = macrosOf(name, args.length)[0]?.names ?? 0;
      const hidden = new Set(args.slice(0, bound).map(id => id.args));
      const left = Object.fromEntries(Object.entries(names).filter(([known]) => !hidden.has(known)));
      return { ...ast, args: [name, inside(receiver), args.map((part, index) => index < bound ? part : rewrite(part, left))] };
    }
    default: return { ...ast, args: [inside(ast.args[0]), inside(ast.args[1])] } as Ast;
  }
}

function replaced(ast: Ast & { op: 'id' }, names: Substitutes): Ast {
  const substitute = Object.prototype.hasOwnProperty.call(names, ast.args) ? names[ast.args] : undefined;
  if (substitute === undefined) {
    return ast;
  }
  return parse('expression' in substitute ? substitute.expression : `dyn(${literal(substitute.value)})`);
}

/** A field of a value is written as what it holds, which reads better than the whole. */
function selected([owner, field]: readonly [Ast, string], names: Substitutes): Ast | undefined {
  const substitute = owner.op === 'id' && Object.prototype.hasOwnProperty.call(names, owner.args) ? names[owner.args] : undefined;
  return substitute === undefined || !('value' in substitute) || !(field in substitute.value) ? undefined : parse(literal(substitute.value[field]));
}
