import { VALIDATION_ACTIONS } from './action';
import { apiVersionOf, requireValidatingPolicies } from './api-version';
import { Group } from './group';
import { MutatedGroup, mutatedGroups } from './mutated-group';
import { GuardObject, GuardPlan } from './plan';
import { CHANGED_LABELS, LABELS_POLICY, labelValidation, NAMESPACE_RULE, OPERATOR, OPERATORS } from './protected-labels';
import { Selection, selections } from './selection';
import { judgingVariables, VALIDATION } from './validations';

const VALIDATING = 'ValidatingAdmissionPolicy';
const MUTATING = 'MutatingAdmissionPolicy';
const WRITES = ['CREATE', 'UPDATE'];

/**
 * The policies for Kubernetes' own admission, with their bindings.
 *
 * @throws if the target cannot have them
 */
export function kubernetesPolicies(plan: GuardPlan): GuardObject[] {
  requireValidatingPolicies(plan.target);
  const mutating = apiVersionOf(MUTATING, plan.target);
  return [
    ...plan.groups.flatMap(group => validating(group, plan)),
    ...protectedLabels(plan),
    ...mutating === undefined ? [] : mutatedGroups(plan.mutations).flatMap(group => mutation(group, mutating, plan)),
  ];
}

function validating({ name, clusterScoped, conditions, variables, rules, controls }: Group, plan: GuardPlan): GuardObject[] {
  const policy = {
    apiVersion: apiVersionOf(VALIDATING, plan.target)!,
    kind: VALIDATING,
    metadata: { name },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: { resourceRules: rules.map(rule => ({ ...rule, operations: WRITES, scope: clusterScoped ? 'Cluster' : 'Namespaced' })) },
      ...conditions && { matchConditions: conditions },
      variables: [...variables, ...judgingVariables(controls, plan.exemptions)],
      validations: [VALIDATION],
    },
  };
  const everywhere: Selection[] = [{ suffix: '', action: plan.action }];
  return [policy, ...(clusterScoped ? everywhere : selections(plan.action, plan.actions)).map(selection => ({
    apiVersion: policy.apiVersion,
    kind: `${VALIDATING}Binding`,
    metadata: { name: `${name}${selection.suffix}` },
    spec: {
      policyName: name,
      validationActions: [VALIDATION_ACTIONS[selection.action]],
      ...selection.namespaceSelector && { matchResources: { namespaceSelector: selection.namespaceSelector } },
    },
  }))];
}

/** It always denies: whoever could change a label would choose the policies that hold for them. */
function protectedLabels({ target }: GuardPlan): GuardObject[] {
  const apiVersion = apiVersionOf(VALIDATING, target)!;
  const name = LABELS_POLICY;
  return [
    {
      apiVersion,
      kind: VALIDATING,
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { resourceRules: [{ ...NAMESPACE_RULE, operations: ['UPDATE'] }] },
        variables: CHANGED_LABELS,
        validations: [labelValidation(OPERATOR, OPERATORS)],
      },
    },
    { apiVersion, kind: `${VALIDATING}Binding`, metadata: { name }, spec: { policyName: name, validationActions: ['Deny'] } },
  ];
}

function mutation({ name, variables, rules, expressions }: MutatedGroup, apiVersion: string, { action }: GuardPlan): GuardObject[] {
  const [{ namespaceSelector }] = selections(action, []);
  return [
    {
      apiVersion,
      kind: MUTATING,
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        reinvocationPolicy: 'IfNeeded',
        matchConstraints: { resourceRules: rules },
        variables,
        mutations: expressions.map(expression => ({ patchType: 'JSONPatch', jsonPatch: { expression } })),
      },
    },
    { apiVersion, kind: `${MUTATING}Binding`, metadata: { name }, spec: { policyName: name, matchResources: { namespaceSelector } } },
  ];
}
