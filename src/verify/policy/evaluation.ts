import { CompiledPolicy } from './compiled-policy';
import { Unknown } from './unknown';
import { spentInAll } from '../../cel/cost';
import { CelError } from '../../cel/error';
import { CelProgram } from '../../cel/program';

/** What the API server lets the expressions of a policy cost together, and its conditions. */
const BUDGET = 10_000_000;
const CONDITIONS_BUDGET = 2_500_000;
const OUT_OF_BUDGET = 'validation failed due to running out of cost budget, no further validation rules will be run';

/** The longest message that an expression may make. */
const MAXIMAL_MESSAGE = 5 * 1024;

/** What expressions are evaluated on. */
export interface Bindings { readonly [variable: string]: unknown }

/** Why the API server would refuse an object. */
export interface Denial {
  /** Which validation, or nothing where the policy as a whole could not be evaluated. */
  readonly validation?: number;
  readonly message: string;

  /** Whether it is refused whatever the binding's actions are. */
  readonly always?: boolean;
}

/** What a policy says of an object. */
export interface Decision {
  /** False where a match condition leaves the object out. */
  readonly applies: boolean;
  readonly denials: readonly Denial[];

  /** What would have to be known to be sure that the policy applies at all. */
  readonly doubts: readonly Unknown[];

  /** What would have to be known to be sure that there are no other denials. */
  readonly open: readonly Unknown[];
}

type Result = { readonly value: unknown } | { readonly error: CelError };

/** Evaluates a policy as the API server does. */
export function decide(policy: CompiledPolicy, bindings: Bindings, failurePolicy = 'Fail'): Decision {
  const conditions = meter(CONDITIONS_BUDGET, policy.conditions.map(program => () => attempt(program, { ...bindings, namespaceObject: null })));
  if (conditions.some(result => 'value' in result && result.value === false)) {
    return { applies: false, denials: [], doubts: [], open: [] };
  }
  const doubts = errorsOf(conditions).filter(error => error instanceof Unknown);
  const errors = errorsOf(conditions).filter(error => !(error instanceof Unknown));
  if (errors.length > 0) {
    return { applies: failurePolicy === 'Fail', denials: failurePolicy === 'Fail' ? [{ message: errors.map(({ message }) => message).join(', ') }] : [], doubts, open: [] };
  }
  return { applies: true, doubts, ...validate(policy, { ...bindings, variables: lazily(policy.variables, bindings) }, failurePolicy) };
}

function validate({ validations, audits }: CompiledPolicy, bindings: Bindings, failurePolicy: string): Pick<Decision, 'denials' | 'open'> {
  const open: Unknown[] = [];
  const denials: Denial[] = [];
  const refuse = (denial: Denial, error?: CelError) => error instanceof Unknown ? open.push(error) : (error === undefined || failurePolicy === 'Fail') && denials.push(denial);
  meter(BUDGET, validations.map(({ program }) => () => attempt(program, bindings))).forEach((result, index) => {
    if ('error' in result) {
      refuse({ validation: index, message: result.error.message }, result.error);
    } else if (result.value !== true) {
      refuse({ validation: index, message: messageOf(validations[index], bindings) });
    }
  });
  for (const result of meter(BUDGET, audits.map(program => () => attempt(program, bindings)))) {
    if ('error' in result) {
      refuse({ message: result.error.message, always: true }, result.error);
    }
  }
  return { denials, open };
}

/** The message of a denial: what its expression makes, unless that is unfit; else the text; else the validation itself. */
function messageOf({ program, message, messageProgram }: CompiledPolicy['validations'][number], bindings: Bindings): string {
  const made = messageProgram === undefined ? undefined : attempt(messageProgram, bindings);
  const text = made !== undefined && 'value' in made ? String(made.value).trim() : '';
  const fit = text !== '' && !text.includes('\n') && Buffer.byteLength(text) <= MAXIMAL_MESSAGE;
  return fit ? text : message ?? `failed expression: ${program.expression.trim()}`;
}

/** Evaluates one after the other until the budget is spent. */
function meter(budget: number, evaluations: readonly (() => Result)[]): Result[] {
  const start = spentInAll();
  const results: Result[] = [];
  for (const evaluate of evaluations) {
    results.push(evaluate());
    if (spentInAll() - start > budget) {
      return [{ error: new CelError(OUT_OF_BUDGET) }];
    }
  }
  return results;
}

/** @throws whatever is no error of an expression */
function attempt(program: CelProgram, bindings: Bindings): Result {
  try {
    return { value: program.evaluate(bindings) };
  } catch (error) {
    if (!(error instanceof CelError)) {
      throw error;
    }
    return { error: error instanceof Unknown ? error : new CelError(`expression '${program.expression}' resulted in error: ${error.message}`) };
  }
}

/** The variables: each is evaluated when it is first asked for, and seen by those that come after it. */
function lazily(variables: CompiledPolicy['variables'], bindings: Bindings): object {
  const holder: object = {};
  for (const [name, program] of variables) {
    Object.defineProperty(holder, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = valueOf(name, program, { ...bindings, variables: holder });
        Object.defineProperty(holder, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return holder;
}

function valueOf(name: string, program: CelProgram, bindings: Bindings): unknown {
  try {
    return program.evaluate(bindings);
  } catch (error) {
    throw error instanceof CelError && !(error instanceof Unknown) ? new CelError(`composited variable "${name}" fails to evaluate: ${error.message}`) : error;
  }
}

const errorsOf = (results: readonly Result[]) => results.flatMap(result => 'error' in result ? [result.error] : []);
