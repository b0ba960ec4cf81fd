import { GuardAction, GuardEngine, Sensitivity } from '../../src';
import { guardOf } from '../../src/guard/guard';

const kubernetes = guardOf({ packs: ['pss-restricted'] }).objects as any[];
const kyverno = (options = {}) => guardOf({ packs: ['pss-restricted'], engine: GuardEngine.KYVERNO, ...options }).objects as any[];

/** Kyverno hands an empty object to policies where Kubernetes hands null. */
const NEW_IS_NULL = { name: 'oldObject', expression: 'request.operation == "CREATE" ? dyn(null) : dyn(oldObject)' };

test('Kyverno evaluates the same expressions on the same kinds', () => {
  const of = (objects: any[], kind: string, name: string) => objects.find(object => object.kind === kind && object.metadata.name === name).spec;
  const ours = of(kubernetes, 'ValidatingAdmissionPolicy', 'cdk8s-bulwark-workloads');
  const theirs = of(kyverno(), 'ValidatingPolicy', 'cdk8s-bulwark-workloads');
  const { variables, validations, matchConstraints } = ours;
  const own = variables.map((variable: any) => variable.name === 'oldObject' ? NEW_IS_NULL : variable);
  expect(theirs).toMatchObject({ variables: own, validations, matchConstraints, failurePolicy: 'Fail', validationActions: ['Deny'] });
  expect(of(kyverno(), 'MutatingPolicy', 'cdk8s-bulwark-workload-remedies').variables).toContainEqual(NEW_IS_NULL);
  expect(of(kyverno(), 'MutatingPolicy', 'cdk8s-bulwark-workload-remedies').mutations).toEqual(of(kubernetes, 'MutatingAdmissionPolicy', 'cdk8s-bulwark-workload-remedies').mutations);
});

test('a policy selects its namespaces itself, judges requests only, and Kyverno derives none from it', () => {
  const policies = kyverno({ sensitivityActions: [{ sensitivity: Sensitivity.PUBLIC, action: GuardAction.AUDIT }] }).filter(({ metadata }) => metadata.name.startsWith('cdk8s-bulwark-workloads'));
  const sensitivity = ({ spec }: any) => spec.matchConstraints.namespaceSelector.matchExpressions[1];
  expect(policies.map(policy => [policy.metadata.name, policy.spec.validationActions, sensitivity(policy)])).toEqual([
    ['cdk8s-bulwark-workloads', ['Deny'], { key: 'cdk8s-bulwark/sensitivity', operator: 'NotIn', values: ['public'] }],
    ['cdk8s-bulwark-workloads-public', ['Audit'], { key: 'cdk8s-bulwark/sensitivity', operator: 'In', values: ['public'] }],
  ]);
  const requestsOnly = { evaluation: { background: { enabled: false } }, autogen: { podControllers: { controllers: [] } } };
  policies.forEach(({ spec }) => expect(spec).toMatchObject(requestsOnly));
});

test('labels are for the groups of operators', () => {
  const { spec } = kyverno({ operatorGroups: ['platform-team'] }).find(({ metadata }) => metadata.name === 'cdk8s-bulwark-labels');
  expect(spec.validations[0].expression).toContain('group in ["platform-team"]');
});
