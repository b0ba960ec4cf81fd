import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { REFUSED_POLICIES } from './refused-policies';
import { Source } from '../../../src/verify/input';
import { Verification } from '../../../src/verify/verifier';
import { VerifierOptions } from '../../../src/verify/verifier-options';

const GROUP = 'admissionregistration.k8s.io';

/** Writes files and names their folder. */
function written(files: { readonly [name: string]: readonly object[] | string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-policy-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : content.map(object => stringify(object, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })).join('---\n'));
  }
  return folder;
}

const RULE = (resource: string, group = '') => ({ apiGroups: [group], apiVersions: ['v1'], operations: ['CREATE'], resources: [resource] });
const policy = (name: string, spec: object, resource = 'configmaps') => ({
  apiVersion: `${GROUP}/v1`, kind: 'ValidatingAdmissionPolicy', metadata: { name }, spec: { matchConstraints: { resourceRules: [RULE(resource)] }, ...spec },
});
const saying = (expression: string) => ({ validations: [{ expression, message: 'no' }] });
const binding = (name: string, spec: object) => ({
  apiVersion: `${GROUP}/v1`, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name }, spec: { validationActions: ['Deny'], ...spec },
});
const configMap = (name = 'a', metadata: object = {}, data?: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...metadata }, data });
const namespace = (name: string, labels: object = {}) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });

/** Where a text first stands in a file. */
const lineOf = (file: string, text: string) => readFileSync(file, 'utf8').split('\n').findIndex(line => line.includes(text)) + 1;

function verified(policies: string, objects: readonly object[], options: VerifierOptions = {}, context: readonly object[] = []) {
  const text = (all: readonly object[]) => all.map(object => JSON.stringify(object)).join('\n---\n');
  const source = (file: string, all: readonly object[], judged: boolean) => all.length === 0 ? [] : [new Source(file, text(all), judged)];
  return new Verification({ packs: [], policies: [policies], ...options }).verifySources(source('objects.yaml', objects, true), source('context.yaml', context, false), []);
}

function summary({ findings, errors, evidence: [evidence] }: ReturnType<typeof verified>) {
  const { passed, undetermined, notApplicable } = evidence ?? {};
  return { findings: findings.length, errors: errors.length, passed, undetermined, notApplicable };
}

test('a finding names the policy, its binding and where both stand', () => {
  const folder = written({ 'deep/policy.yaml': [policy('no-empty', saying('has(object.data)')), binding('everywhere', { policyName: 'no-empty' })] });
  const file = join(folder, 'deep/policy.yaml');
  const { findings, evidence, notices } = verified(folder, [configMap('full', {}, { a: 'b' }), configMap('empty')]);
  expect(findings).toEqual([expect.objectContaining({
    control: 'no-empty',
    severity: 'high',
    recommendation: '',
    file: 'objects.yaml',
    line: 3,
    message: 'no',
    object: expect.objectContaining({ name: 'empty' }),
    references: [`ValidatingAdmissionPolicy no-empty at ${file}:${lineOf(file, 'expression:')}, binding everywhere: Deny`],
    remediation: expect.stringContaining('admits it'),
  })]);
  expect(evidence).toEqual([{ control: 'no-empty', evaluated: 2, passed: 1, failed: 1, acknowledged: 0, undetermined: 0, notApplicable: 0 }]);
  expect(notices).toEqual([]);
});

test('every validation that fails is a finding of its own, and so is what a fingerprint stands for', () => {
  const folder = written({ 'p.yaml': [policy('two', { validations: [{ expression: 'false', message: 'one' }, { expression: 'false', message: 'two' }] }), binding('b', { policyName: 'two' }), binding('c', { policyName: 'two' })] });
  const { findings } = verified(folder, [configMap()]);
  expect(findings.map(({ message }) => message)).toEqual(['one', 'two']);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('a policy without a binding is judged everywhere, which is told', () => {
  const report = verified(written({ 'p.yaml': [policy('bare', saying('false'))] }), [configMap()]);
  expect(summary(report)).toMatchObject({ findings: 1, errors: 0 });
  expect(report.notices).toEqual([expect.stringContaining('ValidatingAdmissionPolicy bare has no binding: it is judged for every namespace')]);
});

test('without a binding the parameters beside the policy count, and none is bad input', () => {
  const limits = (maximum: string) => ({ apiVersion: 'example.com/v1', kind: 'Limit', metadata: { name: `limit-${maximum}` }, maximum });
  const bare = policy('limited', { paramKind: { apiVersion: 'example.com/v1', kind: 'Limit' }, ...saying('object.data.replicas <= params.maximum') });
  expect(summary(verified(written({ 'p.yaml': [bare, limits('3'), limits('5')] }), [configMap('a', {}, { replicas: '4' })]))).toMatchObject({ findings: 1 });
  expect(summary(verified(written({ 'p.yaml': [bare] }), [configMap('a', {}, { replicas: '4' })], {}, [limits('5')]))).toMatchObject({ findings: 0, passed: 1 });
  const file = join(written({ 'p.yaml': [bare] }), 'p.yaml');
  const { errors } = verified(file, [configMap()]);
  expect(errors).toEqual([{ file, line: lineOf(file, 'paramKind:'), message: expect.stringContaining('it needs parameters of kind Limit (example.com/v1), and nothing gives them') }]);
});

describe('what lies outside the input leaves a judgement open', () => {
  const inNamespace = configMap('a', { namespace: 'shop' });
  test.each([
    ['a namespace that is not there', saying('namespaceObject.metadata.labels["env"] != "prod"'), inNamespace, [], { undetermined: 1 }],
    ['unless its name is enough', saying('namespaceObject.metadata.name == "shop" && namespaceObject.metadata.labels["kubernetes.io/metadata.name"] == "shop"'), inNamespace, [], { passed: 1 }],
    ['unless something else decides', saying('namespaceObject.metadata.labels["env"] != "prod" || object.metadata.name == "a"'), inNamespace, [], { passed: 1 }],
    ['unless it is in the context', saying('namespaceObject.metadata.labels["env"] != "prod"'), inNamespace, [namespace('shop', { env: 'prod' })], { findings: 1 }],
    ['a namespace that nobody wrote', saying('request.namespace == "shop"'), configMap(), [], { undetermined: 1 }],
    ['who asks', saying('request.userInfo.username == "jane"'), inNamespace, [], { undetermined: 1 }],
    ['who asks, in a condition', { matchConditions: [{ name: 'a', expression: '!("system:nodes" in request.userInfo.groups)' }], ...saying('false') }, inNamespace, [], { undetermined: 1 }],
    ['though not where the object passes anyway', { matchConditions: [{ name: 'a', expression: '!("system:nodes" in request.userInfo.groups)' }], ...saying('true') }, inNamespace, [], { passed: 1 }],
    ['though not where another condition leaves it out', { matchConditions: [{ name: 'a', expression: 'request.userInfo.username == "a"' }, { name: 'b', expression: 'false' }], ...saying('false') }, inNamespace, [], { notApplicable: 1 }],
    ['all of what a variable says', { variables: [{ name: 'user', expression: 'request.userInfo.username' }], ...saying('variables.user == "jane"') }, inNamespace, [], { undetermined: 1 }],
  ])('%s', (_, spec, object, context, expected) => {
    const folder = written({ 'p.yaml': [policy('p', spec), binding('b', { policyName: 'p' })] });
    const nothing = { findings: 0, errors: 0, passed: 0, undetermined: 0, notApplicable: 0 };
    expect(summary(verified(folder, [object], {}, context))).toEqual({ ...nothing, ...expected });
  });

  test('and what it would take is told', () => {
    const spec = saying('namespaceObject.metadata.labels["env"] != "prod" && request.userInfo.username == "jane"');
    const folder = written({ 'p.yaml': [policy('p', spec), binding('b', { policyName: 'p' })] });
    expect(verified(folder, [inNamespace]).notices).toEqual([
      'ValidatingAdmissionPolicy p leaves 1 object open: request.userInfo.username is not known here; say who creates the objects (--as, --as-group)',
    ]);
    expect(summary(verified(folder, [inNamespace], { user: 'jane' }, [namespace('shop', { env: 'test' })]))).toMatchObject({ passed: 1 });
    expect(summary(verified(folder, [inNamespace], { user: 'joe' }, [namespace('shop', { env: 'test' })]))).toMatchObject({ findings: 1 });
  });
});

test.each([
  [{ matchLabels: { env: 'prod' } }, undefined, 'undetermined'],
  [{ matchLabels: { env: 'prod' } }, { env: 'prod' }, 'findings'],
  [{ matchLabels: { env: 'prod' } }, { env: 'test' }, 'notApplicable'],
  [{ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } }, undefined, 'findings'],
  [{ matchLabels: { 'kubernetes.io/metadata.name': 'other', 'env': 'prod' } }, undefined, 'notApplicable'],
  [{ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }] }, undefined, 'findings'],
])('a binding that selects namespaces by %j, of one with labels %j: %s', (namespaceSelector, labels, outcome) => {
  const folder = written({ 'p.yaml': [policy('p', saying('false')), binding('b', { policyName: 'p', matchResources: { namespaceSelector } })] });
  const report = verified(folder, [configMap('a', { namespace: 'shop' })], {}, labels === undefined ? [] : [namespace('shop', labels)]);
  expect(summary(report)).toEqual({ findings: 0, errors: 0, passed: 0, undetermined: 0, notApplicable: 0, [outcome]: 1 });
});

test('a binding\'s parameters that are not there leave it open, unless the input is complete', () => {
  const paramRef = { name: 'limits', parameterNotFoundAction: 'Deny' };
  const files = { 'p.yaml': [policy('p', { paramKind: { apiVersion: 'v1', kind: 'Secret' }, ...saying('true') }), binding('b', { policyName: 'p', paramRef })] };
  expect(summary(verified(written(files), [configMap('a', { namespace: 'shop' })]))).toMatchObject({ undetermined: 1 });
  expect(verified(written(files), [configMap('a', { namespace: 'shop' })], { complete: true }).findings[0].message).toContain('no params found for policy binding');
});

test('in v1alpha1 a binding need not say what becomes of an object without parameters: it is denied', () => {
  const params = { paramKind: { apiVersion: 'v1', kind: 'Secret' }, ...saying('true') };
  const of = (version: string) => written({ 'p.yaml': [policy('p', params), { ...binding('b', { policyName: 'p', paramRef: { name: 'limits' } }), apiVersion: `${GROUP}/${version}` }] });
  const said = (version: string) => verified(of(version), [configMap('a', { namespace: 'shop' })], { complete: true });
  expect(said('v1alpha1').findings[0].message).toContain('no params found for policy binding');
  for (const version of ['v1beta1', 'v1']) {
    expect(said(version).errors.map(({ message }) => message)).toContain('ValidatingAdmissionPolicyBinding b: spec.paramRef: it has no parameterNotFoundAction: give it');
  }
});

test('a policy on pods says that it does not judge templates', () => {
  const folder = written({ 'p.yaml': [policy('pods', saying('false'), 'pods'), binding('b', { policyName: 'pods' })] });
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec: { containers: [{ name: 'a' }] } } } };
  const report = verified(folder, [deployment, configMap()]);
  expect(summary(report)).toMatchObject({ findings: 0, notApplicable: 2 });
  expect(report.notices).toEqual(['ValidatingAdmissionPolicy pods is about Pods: the pod templates of Deployment/web are not judged by it; the API server judges the pods that are made from them']);
});

test('an object that the API server would hand over in another version is left open', () => {
  const rules = { resourceRules: [{ ...RULE('horizontalpodautoscalers', 'autoscaling') }] };
  const autoscaler = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' }, spec: {} };
  const of = (matchPolicy: string) => written({ 'p.yaml': [policy('p', { matchConstraints: { ...rules, matchPolicy }, ...saying('false') }), binding('b', { policyName: 'p' })] });
  expect(summary(verified(of('Equivalent'), [autoscaler]))).toMatchObject({ undetermined: 1 });
  expect(summary(verified(of('Exact'), [autoscaler]))).toMatchObject({ notApplicable: 1 });
});

test('a finding can be acknowledged, also by the name of a policy that a control has too', () => {
  const folder = written({ 'p.yaml': [policy('host-network', saying('false')), binding('b', { policyName: 'host-network' })] });
  const acknowledge = JSON.stringify([{ id: 'policy/host-network', reason: 'it is old', owner: 'team' }]);
  const { findings, acknowledged, errors } = verified(folder, [configMap('a', { annotations: { 'cdk8s-bulwark/acknowledge': acknowledge } })]);
  expect([findings, acknowledged.map(({ control, reason }) => [control, reason]), errors]).toEqual([[], [['policy/host-network', 'it is old']], []]);
});

describe('bad input', () => {
  test.each(Object.entries(REFUSED_POLICIES))('%s', (_, { spec, message }) => {
    const file = join(written({ 'p.yaml': [policy('p', { matchConstraints: undefined, ...spec })] }), 'p.yaml');
    const { errors, evidence } = verified(file, [configMap()]);
    expect(errors.map(error => error.message).join('\n')).toContain(message);
    expect(errors.every(error => error.file === file && error.line! > 1 && error.message.startsWith('ValidatingAdmissionPolicy p: '))).toBe(true);
    expect(evidence).toEqual([]);
  });

  test('names the line of the expression', () => {
    const text = `apiVersion: ${GROUP}/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: p}\nspec:\n  matchConstraints:\n    resourceRules: [${JSON.stringify(RULE('pods'))}]\n  validations:\n  - expression: "true"\n  - message: m\n    expression: |\n      object.spec ==\n`;
    expect(verified(written({ 'p.yaml': text }), [configMap()]).errors).toEqual([{ file: expect.any(String), line: 10, message: expect.stringContaining('spec.validations[1].expression: not CEL') }]);
  });

  test.each([
    ['a binding of nothing', [policy('p', saying('true')), binding('b', { policyName: 'q' })], 'binds policy "q", which is not there'],
    ['two policies of one name', [policy('p', saying('true')), policy('p', saying('true'))], 'ValidatingAdmissionPolicy p is there twice'],
    ['a binding without actions', [policy('p', saying('true')), binding('b', { policyName: 'p', validationActions: [] })], 'spec.validationActions: give at least 1'],
    ['actions that say the same', [policy('p', saying('true')), binding('b', { policyName: 'p', validationActions: ['Deny', 'Warn'] })], 'Deny and Warn together'],
    ['parameters by name and by labels', [policy('p', saying('true')), binding('b', { policyName: 'p', paramRef: { name: 'a', selector: {}, parameterNotFoundAction: 'Deny' } })], 'give either a name or a selector'],
    ['a policy of a version that there is not', [{ ...policy('p', saying('true')), apiVersion: `${GROUP}/v2` }],
      `apiVersion: "${GROUP}/v2" is not known here: give one of ${GROUP}/v1, ${GROUP}/v1beta1, ${GROUP}/v1alpha1`],
    ['a policy without a name', [{ ...policy('p', saying('true')), metadata: {} }], 'is not a name'],
    ['no policy at all', [configMap()], 'there is no ValidatingAdmissionPolicy in what --policy names'],
  ])('%s', (_, objects, message) => {
    const { errors } = verified(written({ 'p.yaml': objects }), [configMap()]);
    expect(errors.map(error => error.message).join('\n')).toContain(message);
  });

  test('groups without a user', () => {
    expect(() => new Verification({ groups: ['a'] })).toThrow('groups are given without a user: name the user too');
  });
});
