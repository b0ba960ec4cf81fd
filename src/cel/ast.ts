import type { ASTNode, Environment } from '@marcbachmann/cel-js' with { 'resolution-mode': 'import' };
import { CelError } from './error';

export type Ast = ASTNode;

/** An ECMAScript module, which Node requires from 20.19 on and TypeScript does not let a CommonJS file import. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const library: typeof import('@marcbachmann/cel-js', { with: { 'resolution-mode': 'import' } }) = require('@marcbachmann/cel-js');

let environment: Environment | undefined;

/** Reads an expression into its syntax tree, macros as the calls they are written as. */
export function parse(expression: string): Ast {
  environment ??= new library.Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true });
  try {
    return environment.parse(expression).ast;
  } catch (error) {
    const { message, range } = error as Error & { range?: { start: number } };
    throw new CelError(`not CEL: ${message.split('\n')[0]}: ${expression}`, expression, range?.start);
  }
}

/** Writes a syntax tree as an expression. */
export function print(ast: Ast): string {
  return library.serialize(ast);
}
