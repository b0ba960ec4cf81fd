import { dump } from 'js-yaml';
import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';

type Json = Record<string, any>;

/** What one control says of everything in an input: each outcome with the number of objects that have it. */
function outcomes(control: string, objects: readonly Json[], complete: boolean): Json {
  const source = new Source('all.yaml', objects.map(object => dump(object)).join('---\n'), true);
  const { evidence, errors } = new Verification({ controls: [control], complete }).verifySources([source], [], []);
  expect(errors).toEqual([]);
  const [{ passed, failed, undetermined }] = evidence;
  return Object.fromEntries(Object.entries({ passed, failed, undetermined }).filter(([, count]) => count > 0));
}

const metadata = (name: string, namespace?: string) => ({ name, ...namespace === undefined ? {} : { namespace } });
const labels = { app: 'web' };
const workload = (namespace?: string, spec: Json = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: metadata('web', namespace),
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'web' }], ...spec } } },
});
const service = (namespace?: string, spec: Json = { selector: labels, ports: [{ port: 80, targetPort: 'http' }] }) =>
  ({ apiVersion: 'v1', kind: 'Service', metadata: metadata('web', namespace), spec });
const account = (namespace?: string) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata('web', namespace) });
const policy = (namespace?: string, spec: Json = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }) =>
  ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: metadata('deny', namespace), spec });
const quota = (namespace?: string) => ({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: metadata('quota', namespace), spec: { hard: { pods: '5' } } });

/** From an object to one it refers to, by name and by labels; each made in a namespace, or in none. */
const REFERENCES: Record<string, { control: string; from: (namespace?: string) => Json; to: (namespace?: string) => Json }> = {
  'a pod and its service account': { control: 'dangling-service-account', from: where => workload(where, { serviceAccountName: 'web' }), to: account },
  'a Service and its pods': { control: 'dangling-service', from: where => service(where), to: where => workload(where) },
  'a pod and its policy': { control: 'default-deny-ingress', from: where => workload(where), to: where => policy(where) },
  'a workload and the quota': { control: 'resource-quota-present', from: where => workload(where), to: where => quota(where) },
};

const NAMESPACES: readonly [from: string | undefined, to: string | undefined, whole: string, part: string][] = [
  // The namespace that both are given on apply is one and the same.
  [undefined, undefined, 'passed', 'passed'],
  ['shop', 'shop', 'passed', 'passed'],
  ['shop', 'blog', 'failed', 'undetermined'],
  // Whether they meet is decided on apply, however complete the input is.
  ['shop', undefined, 'undetermined', 'undetermined'],
  [undefined, 'shop', 'undetermined', 'undetermined'],
];

describe.each(Object.entries(REFERENCES))('%s', (_name, { control, from, to }) => {
  test.each(NAMESPACES)('in the namespaces %s and %s: %s if that is all, else %s', (one, other, whole, part) => {
    expect(outcomes(control, [from(one), to(other)], true)).toEqual({ [whole]: 1 });
    expect(outcomes(control, [from(one), to(other)], false)).toEqual({ [part]: 1 });
  });

  test.each([['shop'], [undefined]])('in the namespace %s without the other: failed if that is all, else undetermined', where => {
    expect(outcomes(control, [from(where)], true)).toEqual({ failed: 1 });
    expect(outcomes(control, [from(where)], false)).toEqual({ undetermined: 1 });
  });
});

test('what is found and lacks something is a finding, however little of the input is there', () => {
  expect(outcomes('service-target-port', [service('shop'), workload('shop')], false)).toEqual({ failed: 1 });
});

test('a target port is not judged where the Service selects nothing', () => {
  expect(outcomes('service-target-port', [service('shop')], true)).toEqual({});
});

test('a Service without a selector, with an empty one, or for another name selects nothing on purpose', () => {
  for (const spec of [{}, { selector: {} }, { selector: labels, type: 'ExternalName', externalName: 'example.com' }]) {
    expect(outcomes('dangling-service', [service('shop', spec)], true)).toEqual({});
  }
});

test('one that could become the twin of another is open', () => {
  expect(outcomes('duplicate-names', [service('shop'), service('shop')], false)).toEqual({ failed: 2 });
  expect(outcomes('duplicate-names', [service('shop'), service('blog')], false)).toEqual({ passed: 2 });
  expect(outcomes('duplicate-names', [service('shop'), service()], false)).toEqual({ undetermined: 2 });
});

test('a namespace is judged once: on its Namespace, or else on its first workload', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const other = { ...workload('shop'), metadata: metadata('other', 'shop') };
  expect(outcomes('resource-quota-present', [workload('shop'), other], true)).toEqual({ failed: 1 });
  expect(outcomes('resource-quota-present', [namespace, workload('shop'), other], true)).toEqual({ failed: 1 });
  expect(outcomes('resource-quota-present', [namespace], true)).toEqual({});
  expect(outcomes('resource-quota-present', [namespace], false)).toEqual({ undetermined: 1 });
  expect(outcomes('resource-quota-present', [workload('kube-system')], true)).toEqual({});
});

test('an account, ConfigMap or Secret of kube-system may be the cluster\'s own', () => {
  const binding = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: metadata('web'), roleRef: {}, subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'kube-system' }] };
  expect(outcomes('dangling-binding-subject', [binding], true)).toEqual({ undetermined: 1 });
  expect(outcomes('dangling-config-map', [workload('kube-system', { volumes: [{ name: 'x', configMap: { name: 'x' } }] })], true)).toEqual({ undetermined: 1 });
});

test('keys of an empty ConfigMap or Secret are filled in by a program', () => {
  const using = workload('shop', { volumes: [{ name: 'x', secret: { secretName: 'token', items: [{ key: 'ca.crt', path: 'ca.crt' }] } }] });
  expect(outcomes('dangling-secret', [using, { apiVersion: 'v1', kind: 'Secret', metadata: metadata('token', 'shop') }], true)).toEqual({ undetermined: 1 });
});
