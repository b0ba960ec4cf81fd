import { evaluated } from './evaluated';
import { Control, GuardAction, GuardEngine, Packs, Sensitivity, Severity, Subject } from '../../src';
import { compile } from '../../src/cel/program';
import { guardOf } from '../../src/guard/guard';
import { GuardOptions } from '../../src/guard/guard-options';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { POD_TEMPLATE_GROUP_KINDS } from '../../src/model/pod-template';

const of = (options: GuardOptions, kind: RegExp) => guardOf(options).objects.filter(object => kind.test(object.kind)) as any[];
const policy = (options: GuardOptions, name = 'workloads') => of(options, /^ValidatingAdmissionPolicy$/).find(({ metadata }) => metadata.name === `cdk8s-bulwark-${name}`)!;
const minors = KubernetesVersion.all().filter(({ minor }) => minor > 28).map(String);
const own = (props: object) => new Control({
  id: 'own', title: 'Own', recommendation: '2.3', severity: Severity.LOW, subject: Subject.OBJECT, kinds: ['Service'], expression: 'true == true', message: 'm', remediation: 'r', ...props,
});
const podOf = (...containers: object[]) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop' }, spec: { containers } });

test.each(minors)('for Kubernetes %s every expression compiles as its API server compiles new policies', target => {
  for (const { spec } of of({ target }, /^ValidatingAdmissionPolicy$/)) {
    const variables = ['variables', 'object', 'oldObject', 'request'];
    spec.variables.forEach(({ expression }: any) => compile(expression, { variables, kubernetes: target }));
    spec.validations.filter(({ expression }: any) => !expression.includes('authorizer')).forEach(({ expression, messageExpression }: any) => {
      compile(expression, { variables, kubernetes: target, result: 'bool' });
      compile(messageExpression, { variables, kubernetes: target });
    });
  }
});

test('a few policies, each with a binding, hold every control that the catalogue can ask of a cluster', () => {
  const { objects, guarded, unguarded } = guardOf();
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    ...['workloads', 'objects', 'every-object', 'cluster-objects', 'labels'].flatMap(name => ['', 'Binding'].map(end => `ValidatingAdmissionPolicy${end} cdk8s-bulwark-${name}`)),
    ...['workload-remedies', 'object-remedies'].flatMap(name => ['', 'Binding'].map(end => `MutatingAdmissionPolicy${end} cdk8s-bulwark-${name}`)),
  ]);
  expect([...guarded, ...unguarded.map(({ control }) => control)].sort()).toEqual(Packs.ids('csa').sort());
  const text = JSON.stringify(objects);
  expect(guarded.filter(id => !text.includes(`${id}: `))).toEqual([]);
});

test('controls without a guard are named with why', () => {
  const { unguarded } = guardOf({ packs: ['csa'], ownControls: [own({ asWritten: true })] });
  expect(unguarded).toEqual(expect.arrayContaining([
    { control: 'default-deny-ingress', reason: 'it reads other objects, and a policy sees one' },
    { control: 'own', reason: 'it judges what an author wrote, and a policy sees what the API server made of it' },
    { control: 'secret-literal', reason: 'in the cluster every Secret has its value' },
    { control: 'proc-mount-restricted', reason: 'it asks for nothing on Kubernetes 1.34' },
  ]));
});

test.each([
  ['1.29', 'v1beta1', []], ['1.30', 'v1', []], ['1.33', 'v1', []], ['1.34', 'v1', ['v1beta1']], ['1.35', 'v1', ['v1beta1']], ['1.36', 'v1', ['v1']], ['1.37', 'v1', ['v1']],
])('Kubernetes %s has validating policies %s and mutating ones %j', (target, validating, mutating) => {
  const versions = (kind: RegExp) => [...new Set(of({ target }, kind).map(({ apiVersion }) => apiVersion.replace('admissionregistration.k8s.io/', '')))];
  expect([versions(/^Validating/), versions(/^Mutating/)]).toEqual([[validating], mutating]);
});

test('Kubernetes 1.28 is refused with what to do; Kyverno serves it', () => {
  expect(() => guardOf({ target: '1.28' })).toThrow('Kubernetes 1.28 refuses optional values in policies, and nearly every control needs them: '
    + 'guard it with --engine kyverno, or upgrade it to 1.29 or newer');
  expect(guardOf({ target: '1.28', engine: GuardEngine.KYVERNO }).guarded).toContain('privileged-container');
});

test('every kind with a pod template is matched, with the ephemeral containers of pods, and what fails is denied', () => {
  const { spec } = policy({ packs: ['pss-baseline'] });
  const resources = spec.matchConstraints.resourceRules.flatMap((rule: any) => rule.resources.map((resource: string) => `${rule.apiGroups[0]}/${resource}`));
  expect(resources).toEqual(expect.arrayContaining(['/pods', '/pods/ephemeralcontainers', 'apps/deployments', 'apps/replicasets', 'batch/cronjobs', 'argoproj.io/rollouts', 'serving.knative.dev/services']));
  expect(resources.filter((resource: string) => resource.split('/').length === 2)).toHaveLength(POD_TEMPLATE_GROUP_KINDS.length);
  expect(spec.failurePolicy).toBe('Fail');
  spec.matchConstraints.resourceRules.forEach((rule: any) => expect(rule.operations).toEqual(['CREATE', 'UPDATE']));
});

test('bindings select the namespaces of tenants, and have an action by sensitivity; what nobody named is denied', () => {
  const tenant = { key: 'cdk8s-bulwark/tenant', operator: 'Exists' };
  const bindings = of({ packs: ['pss-baseline'], sensitivityActions: [{ sensitivity: Sensitivity.PUBLIC, action: GuardAction.WARN }] }, /^ValidatingAdmissionPolicyBinding$/);
  expect(bindings.filter(({ spec }) => spec.policyName === 'cdk8s-bulwark-workloads').map(({ metadata, spec }) => [metadata.name, spec])).toMatchObject([
    ['cdk8s-bulwark-workloads', { validationActions: ['Deny'], matchResources: { namespaceSelector: { matchExpressions: [tenant, { key: 'cdk8s-bulwark/sensitivity', operator: 'NotIn', values: ['public'] }] } } }],
    ['cdk8s-bulwark-workloads-public', { validationActions: ['Warn'], matchResources: { namespaceSelector: { matchExpressions: [tenant, { operator: 'In', values: ['public'] }] } } }],
  ]);
  const twice = { sensitivity: Sensitivity.PUBLIC, action: GuardAction.AUDIT };
  expect(() => guardOf({ sensitivityActions: [twice, twice] })).toThrow('the sensitivity "public" has two actions: give it one');
});

test('parameters and the version of a control stand in the policy', () => {
  const registries = { packs: [], controls: ['image-registry'], parameters: { 'image-registry': { registries: ['registry.example.com'] } } };
  expect(evaluated(policy(registries), { object: podOf({ name: 'a', image: 'nginx' }) }).message).toBe('image-registry: its image comes from a registry that is not trusted (a)');
  expect(evaluated(policy(registries), { object: podOf({ name: 'a', image: 'registry.example.com/a' }) }).message).toBeUndefined();
  const rooted = { ...podOf({ name: 'a', securityContext: { runAsUser: 0 } }) };
  const inUserNamespace = { ...rooted, spec: { ...rooted.spec, hostUsers: false } };
  expect(evaluated(policy({ controls: ['run-as-root-user'], target: '1.34' }), { object: inUserNamespace }).message).toBe('run-as-root-user: it runs as user 0');
  expect(evaluated(policy({ controls: ['run-as-root-user'], target: '1.35' }), { object: inUserNamespace }, '1.35').message).toBeUndefined();
});

test('a control on some kinds is silent on others', () => {
  const guard = policy({ packs: [], ownControls: [own({ expression: 'object.spec.type != "NodePort"', message: 'open' })] }, 'objects');
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', namespace: 'shop' }, spec: { type: 'NodePort' } };
  expect(evaluated(guard, { object: service }).message).toBe('own: open');
  expect(evaluated(guard, { object: { ...service, apiVersion: 'serving.knative.dev/v1' } }).message).toBeUndefined();
});

test('what does not exist is an error that says so', () => {
  expect(() => guardOf({ packs: ['nope'] })).toThrow('there is no pack "nope"');
  expect(() => guardOf({ controls: ['nope'] })).toThrow('there is no control "nope"');
  expect(() => guardOf({ parameters: { nope: {} } })).toThrow('there is no control "nope"');
  expect(() => guardOf({ target: '1.20' })).toThrow('"1.20" is not a supported Kubernetes version');
});

test('a denial names every fault, and when there are too many only their controls', () => {
  const many = podOf(...Array.from({ length: 200 }, (_, index) => ({ name: `container-${index}`, image: 'nginx', securityContext: { privileged: true } })));
  const { message } = evaluated(policy({}), { object: many });
  expect(message).toMatch(/^[a-z0-9-]+(, [a-z0-9-]+)+$/);
  expect(message!.split(', ')).toEqual(expect.arrayContaining(['privileged-container', 'image-digest', 'memory-limit', 'recommended-labels']));
});

test('a large pod costs far less than the API server allows: 1,000,000 for an expression, 10,000,000 for a policy', () => {
  const long = 'https://user-service.shop.svc.cluster.local:8443/v1/some-path_with-many.parts?key=value';
  const container = (_: unknown, index: number) => ({
    name: `container-${index}`,
    image: 'registry.example.com/web:1',
    command: ['/bin/web'],
    args: Array(20).fill(`--upstream=${long}`),
    env: Array.from({ length: 60 }, (__, variable) => ({ name: `VARIABLE_${variable}`, value: long })),
  });
  const { dearest, cost } = evaluated(policy({}), { object: podOf(...Array.from({ length: 10 }, container)) });
  console.log(`a pod of 10 containers with 600 variables and 200 arguments costs ${cost}, of which the dearest control ${dearest}`);
  expect(dearest).toBeLessThan(500_000);
  expect(cost).toBeLessThan(3_000_000);
});

test('a ConfigMap of 200 kB can still be judged', () => {
  const text = '{"a_b-c.d": "x@y/z"}, '.repeat(200_000 / 22);
  const { message, dearest } = evaluated(policy({ controls: ['secret-in-config-map'] }, 'objects'), { object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' }, data: { text } } });
  expect(message).toBeUndefined();
  expect(dearest).toBeLessThan(800_000);
});
