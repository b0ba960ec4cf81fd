import { VALIDATION_ACTIONS } from './action';
import { askingOf, Group } from './group';
import { literal } from './literal';
import { MutatedGroup, mutatedGroups } from './mutated-group';
import { GuardObject, GuardPlan } from './plan';
import { CHANGED_LABELS, LABELS_POLICY, labelValidation, NAMESPACE_RULE } from './protected-labels';
import { selections, selectionsOf } from './selection';
import { Variable } from './variables';

const API_VERSION = 'policies.kyverno.io/v1';

/** Requests are judged, not what is there; and the policies name each kind themselves, so that Kyverno derives none from those of pods. */
const EVALUATION = { evaluation: { background: { enabled: false } }, autogen: { podControllers: { controllers: [] } } };

/** Where nothing was there before, Kyverno has an empty object, not null: what is empty too would seem unchanged, and would not be judged. */
const OLD_OBJECT: Variable = { name: 'oldObject', expression: 'request.operation == "CREATE" ? dyn(null) : dyn(oldObject)' };
const ours = (variables: readonly Variable[]) => variables.map(variable => variable.name === OLD_OBJECT.name ? OLD_OBJECT : variable);

/** The policies for Kyverno 1.17 and newer. It has no bindings: a policy selects its namespaces itself. */
export function kyvernoPolicies(plan: GuardPlan): GuardObject[] {
  return [
    ...plan.groups.flatMap(group => validating(group, plan)),
    protectedLabels(plan),
    ...mutatedGroups(plan.mutations).map(group => mutation(group, plan)),
  ];
}

function validating(group: Group, plan: GuardPlan): GuardObject[] {
  const { matchConstraints, variables, ...asking } = askingOf(group, plan.exemptions);
  return selectionsOf(group, plan).map(({ suffix, action, namespaceSelector }) => ({
    apiVersion: API_VERSION,
    kind: 'ValidatingPolicy',
    metadata: { name: `${group.name}${suffix}` },
    spec: {
      ...EVALUATION,
      validationActions: [VALIDATION_ACTIONS[action]],
      matchConstraints: { ...namespaceSelector && { namespaceSelector }, ...matchConstraints },
      variables: ours(variables),
      ...asking,
    },
  }));
}

/** Kyverno cannot ask what a user may do: it goes by their groups. */
function protectedLabels({ operatorGroups }: GuardPlan): GuardObject {
  const operator = `request.userInfo.?groups.orValue([]).exists(group, group in ${literal(operatorGroups)})`;
  return {
    apiVersion: API_VERSION,
    kind: 'ValidatingPolicy',
    metadata: { name: LABELS_POLICY },
    spec: {
      ...EVALUATION,
      failurePolicy: 'Fail',
      validationActions: ['Deny'],
      matchConstraints: { resourceRules: [{ ...NAMESPACE_RULE, operations: ['UPDATE'] }] },
      variables: CHANGED_LABELS,
      validations: [labelValidation(operator, `groups ${operatorGroups.join(', ')}`)],
    },
  };
}

function mutation({ name, variables, rules, expressions }: MutatedGroup, { action }: GuardPlan): GuardObject {
  const [{ namespaceSelector }] = selections(action, []);
  return {
    apiVersion: API_VERSION,
    kind: 'MutatingPolicy',
    metadata: { name },
    spec: {
      ...EVALUATION,
      failurePolicy: 'Fail',
      reinvocationPolicy: 'IfNeeded',
      matchConstraints: { namespaceSelector, resourceRules: rules },
      variables: ours(variables),
      mutations: expressions.map(expression => ({ patchType: 'JSONPatch', jsonPatch: { expression } })),
    },
  };
}
