import { VALIDATION_ACTIONS } from './action';
import { apiVersionOf, requireValidatingPolicies } from './api-version';
import { askingOf, Group } from './group';
import { MutatedGroup, mutatedGroups } from './mutated-group';
import { GuardObject, GuardPlan } from './plan';
import { CHANGED_LABELS, LABELS_POLICY, labelValidation, NAMESPACE_RULE, OPERATOR, OPERATORS } from './protected-labels';
import { selections, selectionsOf } from './selection';

const VALIDATING = 'ValidatingAdmissionPolicy';
const MUTATING = 'MutatingAdmissionPolicy';

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

function validating(group: Group, plan: GuardPlan): GuardObject[] {
  const { name } = group;
  const policy = { apiVersion: apiVersionOf(VALIDATING, plan.target)!, kind: VALIDATING, metadata: { name }, spec: askingOf(group, plan.exemptions) };
  return [policy, ...selectionsOf(group, plan).map(({ suffix, action, namespaceSelector }) => ({
    apiVersion: policy.apiVersion,
    kind: `${VALIDATING}Binding`,
    metadata: { name: `${name}${suffix}` },
    spec: {
      policyName: name,
      validationActions: [VALIDATION_ACTIONS[action]],
      ...namespaceSelector && { matchResources: { namespaceSelector } },
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
