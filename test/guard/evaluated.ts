import { spent } from '../../src/cel/cost';
import { compile } from '../../src/cel/program';
import { GuardObject } from '../../src/guard/plan';

/** What a request is, as far as a policy looks at it. */
export interface Asked { readonly object: any; readonly oldObject?: any; readonly username?: string }

/** What came of it. */
export interface Denial {
  /** Nothing where the object is let in. */
  readonly message?: string;

  /** What the API server counts for the most expensive variable, and for all. */
  readonly dearest: number;
  readonly cost: number;
}

const NAMES = ['variables', 'object', 'oldObject', 'request'];

/** Evaluates a validating policy without a cluster: its variables in their order, and its validation. */
export function evaluated(policy: GuardObject, { object, oldObject = null, username = 'ada' }: Asked, kubernetes = '1.34'): Denial {
  const { variables, validations: [{ expression, messageExpression }] } = policy.spec as any;
  const bound: { [name: string]: unknown } = {};
  const request = { namespace: object.metadata.namespace ?? '', userInfo: { username, groups: [] } };
  let dearest = 0;
  let cost = 0;
  const value = (text: string) => {
    const program = compile(text, { variables: NAMES, kubernetes });
    const result = program.evaluate({ variables: bound, object, oldObject, request });
    dearest = Math.max(dearest, spent());
    cost += spent();
    return result;
  };
  for (const variable of variables) {
    bound[variable.name] = value(variable.expression);
  }
  return { message: value(expression) === true ? undefined : String(value(messageExpression)), dearest, cost };
}
