import { Ast } from './ast';
import { Checked } from './check';
import { functionsOf } from './function-table';
import { macrosOf } from './macro-table';
import { operatorOverloads } from './operator-table';
import { Overload } from './overload';
import { BOOL, DYN } from './types';
import { Double, Uint } from './values';

/** A condition that was parsed and checked, as text: a package brings those of its controls, so that a command starts fast. */
export interface KeptCondition {
  /** The first and the last minor for which it is so. */
  readonly minors: readonly [first: number, last: number | null];

  /** Its syntax tree, as JSON. */
  readonly tree: string;
}

/** What is kept of a part: which ways to call something are left, which macro it is, or the type it names. */
interface Note { readonly of?: string; readonly overloads?: readonly number[]; readonly macro?: number; readonly typeName?: string }
type Part = Ast & { readonly note?: Note };

/** Values that JSON has not. */
const UNWRAPPED: { readonly [kind: string]: (text: string) => unknown } = {
  int: BigInt,
  uint: text => new Uint(BigInt(text)),
  double: text => new Double(Number(text)),
  bytes: text => new Uint8Array(Buffer.from(text, 'base64')),
};

function wrapped(value: unknown): unknown {
  return typeof value === 'bigint' ? { int: String(value) } : value instanceof Uint ? { uint: String(value.value) }
    : value instanceof Double ? { double: String(value.value) } : value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value;
}

function unwrapped(value: unknown): unknown {
  const [[kind, text] = []] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return kind === undefined ? value : UNWRAPPED[kind](text as string);
}

/** Keeps a condition; nothing where more than this is needed to evaluate it. */
export function keep(ast: Ast, checked: Checked): KeptCondition | undefined {
  let complete = checked.type.kind === 'bool';
  const noteOf = (node: Ast): Note | undefined => {
    const typeName = checked.typeNames.get(node);
    const macro = checked.macros.get(node);
    const overloads = checked.overloads.get(node);
    if (macro !== undefined) {
      const [name, , args] = node.args as readonly [string, Ast, readonly Ast[]];
      complete &&= name !== 'sortBy'; // It needs the type of its argument.
      return { macro: macrosOf(name, args.length).indexOf(macro) };
    }
    if (overloads !== undefined) {
      const of = namesOf(node).find(name => overloads.every(each => tableOf(node, name).includes(each)))!;
      return { of, overloads: overloads.map(each => tableOf(node, of).indexOf(each)) };
    }
    return typeName === undefined ? undefined : { typeName };
  };
  const simplified = (part: unknown): unknown => {
    if (Array.isArray(part)) {
      return part.map(simplified);
    }
    if (typeof part !== 'object' || part === null) {
      return part;
    }
    const node = part as Ast;
    return { op: node.op, args: node.op === 'value' ? wrapped(node.args) : simplified(node.args), note: noteOf(node) };
  };
  const tree = JSON.stringify(simplified(ast));
  const [first, last] = checked.minors;
  return complete ? { minors: [first, last === Infinity ? null : last], tree } : undefined;
}

/** What was parsed and checked, from what was kept of it. */
export function restore({ minors: [first, last], tree }: KeptCondition): { readonly ast: Ast; readonly checked: Checked } {
  const overloads = new Map<Ast, readonly Overload[]>();
  const macros = new Map<Ast, ReturnType<typeof macrosOf>[number]>();
  const typeNames = new Map<Ast, string>();
  const note = (node: Part) => {
    const { macro, overloads: left, of, typeName } = node.note!;
    if (macro !== undefined) {
      const [name, , args] = node.args as readonly [string, Ast, readonly Ast[]];
      macros.set(node, macrosOf(name, args.length)[macro]);
    } else if (left !== undefined) {
      const table = tableOf(node, of!);
      overloads.set(node, left.map(at => table[at]));
    } else {
      typeNames.set(node, typeName!);
    }
  };
  // Written out, for this is done at each start, and what goes through JSON again is slower.
  const visit = (part: any): void => {
    if (Array.isArray(part)) {
      part.forEach(visit);
    } else if (part?.op === 'value') {
      part.args = unwrapped(part.args);
    } else if (part?.op !== undefined) {
      visit(part.args);
      if (part.note !== undefined) {
        note(part);
      }
    }
  };
  const ast: Ast = JSON.parse(tree);
  visit(ast);
  return { ast, checked: { type: BOOL, overloads, macros, typeNames, minors: [first, last ?? Infinity], typeOf: () => DYN } };
}

/** The names under which what a node calls may stand in the tables. */
function namesOf({ op, args }: Ast): readonly string[] {
  if (op === 'call') {
    return [args[0]];
  }
  return op === 'rcall' ? [args[0], ...args[1].op === 'id' ? [`${args[1].args.replace(/^\./, '')}.${args[0]}`] : []] : [op];
}

function tableOf({ op }: Ast, name: string): readonly Overload[] {
  return op === 'call' || op === 'rcall' ? functionsOf(name) : operatorOverloads(name);
}
