import { compile } from '../../src/cel/program';
import { guardOf } from '../../src/guard/guard';
import { CHANGED_LABELS } from '../../src/guard/protected-labels';

const changed = (labels?: object, before?: object) => {
  const bound: { [name: string]: unknown } = {};
  for (const { name, expression } of CHANGED_LABELS) {
    bound[name] = compile(expression, { variables: ['variables', 'object', 'oldObject'] }).evaluate({ variables: bound, object: { metadata: { labels } }, oldObject: { metadata: { labels: before } } });
  }
  return [...new Set(bound.faults as string[])];
};
const SENSITIVITY = 'cdk8s-bulwark/sensitivity';

test('a label that comes, goes or differs is found, others are not', () => {
  expect(changed({ [SENSITIVITY]: 'public' }, { [SENSITIVITY]: 'restricted' })).toEqual([SENSITIVITY]);
  expect(changed({}, { [SENSITIVITY]: 'restricted' })).toEqual([SENSITIVITY]);
  expect(changed(undefined, { 'pod-security.kubernetes.io/enforce': 'restricted' })).toEqual(['pod-security.kubernetes.io/enforce']);
  expect(changed({ 'cdk8s-bulwark/tenant': 'a' }, undefined)).toEqual(['cdk8s-bulwark/tenant']);
  expect(changed({ team: 'a', [SENSITIVITY]: 'public' }, { team: 'b', [SENSITIVITY]: 'public' })).toEqual([]);
});

test('every way to write the labels of a namespace is matched, whatever the action is for the rest', () => {
  const [policy, binding] = guardOf({ packs: ['pss-baseline'] }).objects.filter(({ metadata }) => metadata.name === 'cdk8s-bulwark-labels') as any[];
  expect(policy.spec).toMatchObject({ failurePolicy: 'Fail', matchConstraints: { resourceRules: [{ operations: ['UPDATE'], resources: ['namespaces', 'namespaces/status', 'namespaces/finalize'] }] } });
  expect(policy.spec.validations[0].expression).toContain('authorizer.group("admissionregistration.k8s.io").resource("validatingadmissionpolicies")');
  expect(binding.spec).toEqual({ policyName: 'cdk8s-bulwark-labels', validationActions: ['Deny'] });
});
