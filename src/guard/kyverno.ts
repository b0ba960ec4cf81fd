import { VALIDATION_ACTIONS } from './action';
import { Group } from './group';
import { literal } from './literal';
import { MutatedGroup, mutatedGroups } from './mutated-group';
import { GuardObject, GuardPlan } from './plan';
import { CHANGED_LABELS, LABELS_POLICY, labelValidation, NAMESPACE_RULE } from './protected-labels';
import { Selection, selections } from './selection';
import { judgingVariables, VALIDATION } from './validations';

const API_VERSION = 'policies.kyverno.io/v1';

/** Requests are judged, not what is there; and the policies name each kind themselves, so that Kyverno derives none from those of pods. */
const EVALUATION = { evaluation: { background: { enabled: false } }, autogen: { podControllers: { controllers: [] } } };

/** The policies for Kyverno 1.17 and newer. It has no bindings: a policy selects its namespaces itself. */
export function kyvernoPolicies(plan: GuardPlan): GuardObject[] {
  return [
    ...plan.groups.flatMap(group => validating(group, plan)),
    protectedLabels(plan),
    ...mutatedGroups(plan.mutations).map(group => mutation(group, plan)),
  ];
}

function validating({ name, clusterScoped, conditions, variables, rules, controls }: Group, plan: GuardPlan): GuardObject[] {
  const everywhere: Selection[] = [{ suffix: '', action: plan.action }];
  return (clusterScoped ? everywhere : selections(plan.action, plan.actions)).map(({ suffix, action, namespaceSelector }) => ({
    apiVersion: API_VERSION,
    kind: 'ValidatingPolicy',
    metadata: { name: `${name}${suffix}` },
    spec: {
      ...EVALUATION,
      failurePolicy: 'Fail',
      validationActions: [VALIDATION_ACTIONS[action]],
      matchConstraints: {
        ...namespaceSelector && { namespaceSelector },
        resourceRules: rules.map(rule => ({ ...rule, operations: ['CREATE', 'UPDATE'], scope: clusterScoped ? 'Cluster' : 'Namespaced' })),
      },
      ...conditions && { matchConditions: conditions },
      variables: [...variables, ...judgingVariables(controls, plan.exemptions)],
      validations: [VALIDATION],
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
      variables,
      mutations: expressions.map(expression => ({ patchType: 'JSONPatch', jsonPatch: { expression } })),
    },
  };
}
