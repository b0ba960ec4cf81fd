import { Ast, parse } from '../../src/cel/ast';
import { holdsCredential, isCredential } from '../../src/controls/secrets/secret-names';
import { hasToken, isBearer } from '../../src/controls/secrets/token-shapes';

/** Parts that are not taken apart, for tables of their own test them: test/controls/secrets/. */
const WHOLE = [
  holdsCredential('word'), isCredential('variable.name', 'variable.value'), isCredential('name', 'object.data[name]'),
  ...['variable.value', 'word', 'annotations[name]', 'object.data[name]'].map(hasToken), isBearer('variable.value'),
];
const unfolded = (expression: string) => WHOLE.reduce((text, part, index) => text.split(`whole${index}`).join(part), expression);
const folded = (expression: string) => WHOLE.reduce((text, part, index) => text.split(part).join(`whole${index}`), expression);

/** The expression negated, and with each clause of each conjunction and disjunction left out. */
export function mutants(given: string): string[] {
  const expression = folded(given);
  const found = [`!(${expression})`];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      return node.forEach(visit);
    }
    if (typeof node !== 'object' || node === null || !('op' in node)) {
      return;
    }
    const { op, start, end, args } = node as Ast;
    if (op === '&&' || op === '||') {
      (args as [Ast, Ast]).forEach(kept => found.push(`${expression.slice(0, start)}${expression.slice(kept.start, kept.end)}${expression.slice(end)}`));
    }
    visit(args);
  };
  visit(parse(expression));
  return found.map(unfolded);
}

/** The expression without looking into a list of containers, if it does. */
export function skipping(expression: string, list: string): string[] {
  const written = `pod.spec.?${list}.orValue([])`;
  return expression.includes(written) ? [expression.split(written).join('[]')] : [];
}
