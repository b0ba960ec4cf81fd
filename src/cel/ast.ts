/** A node of the syntax tree: what it is, its parts, and where it stands in the expression (parentheses around it are not part of it). */
export interface Node<Op extends string, Args> {
  readonly op: Op;
  readonly args: Args;
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%' | '&&' | '||';

/** An entry of a list or map that is left out where its optional value is absent. */
export type OptionalEntry = Node<'?', Ast>;

/** The syntax tree of an expression; macros are the calls they are written as. */
export type Ast =
  | Node<'value', unknown>
  | Node<'id', string>
  | Node<'.' | '.?', readonly [Ast, string]>
  | Node<'[]' | '[?]', readonly [Ast, Ast]>
  | Node<'list', ReadonlyArray<Ast | OptionalEntry>>
  | Node<'map', ReadonlyArray<readonly [Ast | OptionalEntry, Ast]>>
  | Node<'?:', readonly [Ast, Ast, Ast]>
  | Node<'!_' | '-_', Ast>
  | Node<'call', readonly [string, readonly Ast[]]>
  | Node<'rcall', readonly [string, Ast, readonly Ast[]]>
  | Node<BinaryOperator, readonly [Ast, Ast]>;

export { parse } from './parser';
export { print } from './printer';
