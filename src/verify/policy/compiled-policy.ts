import { NAMESPACE, REQUEST, typeOfVariable, variablesType } from './expression-types';
import { Policy } from './policy-kinds';
import { ShapeFault } from './shape';
import { CelProgram, compile, ResultType } from '../../cel/program';
import { Type } from '../../cel/types';
import { KubernetesVersion } from '../../model/kubernetes-version';

/** A validation, ready to be evaluated. */
export interface CompiledValidation {
  readonly program: CelProgram;
  readonly message?: string;
  readonly messageProgram?: CelProgram;
}

/** A policy whose expressions are compiled. */
export interface CompiledPolicy {
  readonly variables: readonly (readonly [name: string, program: CelProgram])[];
  readonly conditions: readonly CelProgram[];
  readonly validations: readonly CompiledValidation[];
  readonly audits: readonly CelProgram[];
  readonly faults: readonly ShapeFault[];
}

/** Compiles a policy's expressions as an API server of a minor does when the policy is created. What it refuses is a fault, each with its place. */
export function compilePolicy({ spec }: Policy, target: KubernetesVersion): CompiledPolicy {
  const faults: ShapeFault[] = [];
  const declared: Record<string, Type> = {};
  const base = ['object', 'oldObject', 'namespaceObject', 'request', ...spec.paramKind === undefined ? [] : ['params']];
  const composed = (spec.variables ?? []).length > 0;

  const program = (expression: string, path: ShapeFault['path'], result: readonly ResultType[], withVariables: boolean): CelProgram | undefined => {
    try {
      return compile(expression, {
        kubernetes: target.toString(),
        result,
        variables: withVariables ? [...base, 'variables'] : base,
        types: { request: REQUEST, namespaceObject: NAMESPACE, variables: variablesType(declared) },
      });
    } catch (error) {
      faults.push({ path: ['spec', ...path], message: (error as Error).message });
      return undefined;
    }
  };

  const variables = (spec.variables ?? []).map(({ name, expression }, index) => {
    const made = program(expression, ['variables', index, 'expression'], [], true);
    if (made !== undefined) {
      declared[name] = typeOfVariable(made.staticType);
    }
    return [name, made] as const;
  });
  const conditions = (spec.matchConditions ?? []).map(({ expression }, index) => program(expression.trim(), ['matchConditions', index, 'expression'], ['bool'], false));
  const validations = (spec.validations ?? []).map(({ expression, message, messageExpression }, index) => ({
    message: message?.trim(),
    program: program(expression, ['validations', index, 'expression'], ['bool'], composed),
    messageProgram: messageExpression === undefined ? undefined
      : program(messageExpression, ['validations', index, 'messageExpression'], ['string'], composed),
  }));
  const audits = (spec.auditAnnotations ?? []).map(({ valueExpression }, index) =>
    program(valueExpression.trim(), ['auditAnnotations', index, 'valueExpression'], ['string', 'null_type'], composed));
  // Where one is missing there is a fault, and nothing is evaluated.
  return { variables, conditions, validations, audits, faults } as CompiledPolicy;
}
