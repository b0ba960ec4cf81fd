import { VALIDATION_ACTIONS } from './action';
import { apiVersionOf, requireValidatingPolicies } from './api-version';
import { exemptionVariables, EXEMPTIONS } from './exemption';
import { Group } from './group';
import { MutatedGroup, mutatedGroups } from './mutated-group';
import { GuardObject, GuardPlan } from './plan';
import { CHANGED_LABELS, labelValidation, mayExempt, NAMESPACE_RULE } from './protected-labels';
import { Selection, selections } from './selection';
import { judgingVariables, VALIDATION } from './validations';

const VALIDATING = 'ValidatingAdmissionPolicy';
const MUTATING = 'MutatingAdmissionPolicy';
const WRITES = ['CREATE', 'UPDATE'];

/** The API server itself makes objects when it starts, such as the first cluster roles: a policy must not keep it from starting. */
const NOT_THE_API_SERVER = { name: 'not-the-api-server', expression: 'request.userInfo.username != "system:apiserver"' };

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

function validating({ name, clusterScoped, variables, rules, controls }: Group, plan: GuardPlan): GuardObject[] {
  const strict = controls.filter(({ control }) => control.strict).map(({ control }) => control.id);
  const policy = {
    apiVersion: apiVersionOf(VALIDATING, plan.target)!,
    kind: VALIDATING,
    metadata: { name },
    spec: {
      failurePolicy: 'Fail',
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: { resourceRules: rules.map(rule => ({ ...rule, operations: WRITES, scope: clusterScoped ? 'Cluster' : 'Namespaced' })) },
      ...clusterScoped ? { matchConditions: [NOT_THE_API_SERVER] } : {},
      variables: [...variables, ...exemptionVariables('params.?data.orValue({})', strict), ...judgingVariables(controls)],
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
      paramRef: { name: EXEMPTIONS, namespace: plan.operatorsNamespace, parameterNotFoundAction: 'Deny' },
      ...selection.namespaceSelector && { matchResources: { namespaceSelector: selection.namespaceSelector } },
    },
  }))];
}

/** It always denies: whoever could change a label would choose the policies that hold for them. */
function protectedLabels({ target, operatorsNamespace }: GuardPlan): GuardObject[] {
  const apiVersion = apiVersionOf(VALIDATING, target)!;
  const name = 'cdk8s-bulwark-labels';
  const who = `who may update ConfigMap ${operatorsNamespace}/${EXEMPTIONS}`;
  return [
    {
      apiVersion,
      kind: VALIDATING,
      metadata: { name },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { resourceRules: [{ ...NAMESPACE_RULE, operations: ['UPDATE'] }] },
        variables: CHANGED_LABELS,
        validations: [labelValidation(mayExempt(operatorsNamespace), who)],
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
