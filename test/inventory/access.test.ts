import { loadAll } from 'js-yaml';
import { Access } from '../../src/inventory/access/access';
import { Inventory } from '../../src/inventory/inventory';
import { manifestOf } from '../../src/verify/manifests';

const account = (name: string, namespace = 'shop') => `{ apiVersion: v1, kind: ServiceAccount, metadata: { name: ${name}, namespace: ${namespace} } }`;
const rbac = 'apiVersion: rbac.authorization.k8s.io/v1';
const role = (name: string, rule: string, namespace?: string) =>
  `{ ${rbac}, kind: ${namespace ? 'Role' : 'ClusterRole'}, metadata: { name: ${name}${namespace ? `, namespace: ${namespace}` : ''} }, rules: [${rule}] }`;
const bound = (to: string, kind: string, subject: string, namespace?: string) => `{ ${rbac}, kind: ${namespace ? 'RoleBinding' : 'ClusterRoleBinding'}, `
  + `metadata: { name: ${to}${namespace ? `, namespace: ${namespace}` : ''} }, roleRef: { kind: ${kind}, name: ${to} }, subjects: [${subject}] }`;
const web = '{ kind: ServiceAccount, name: web, namespace: shop }';

function way(...objects: string[]): string | undefined {
  const manifests = loadAll([account('web'), ...objects].join('\n---\n')).map(object => manifestOf(object as any, {}, true));
  return Access.of(new Inventory(manifests, true)).wayToCluster('shop', 'web')?.map(({ does, becomes }) => `${does}: ${becomes}`).join('; ');
}

const OWNER = 'the owner of the cluster';

test.each([
  ['everything', "{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }", 'do everything'],
  ['escalate', '{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate] }', 'give itself any role'],
  ['impersonate', "{ apiGroups: [''], resources: [groups], verbs: [impersonate] }", 'act as any user or group'],
  ['the kubelet', "{ apiGroups: [''], resources: [nodes/proxy], verbs: [get] }", 'enter every container by its kubelet'],
  ['pods everywhere', "{ apiGroups: [''], resources: [pods], verbs: [create] }", 'start pods'],
  ['a webhook', '{ apiGroups: [admissionregistration.k8s.io], resources: [mutatingwebhookconfigurations], verbs: [patch] }', 'change every object by a webhook'],
])('%s in the whole cluster leads to it', (_what, rule, does) => {
  expect(way(role('some', rule), bound('some', 'ClusterRole', web))).toBe(`${does}: ${OWNER}`);
  // In a namespace it does not, but for pods of a namespace in which nobody has more.
  expect(way(role('some', rule), bound('some', 'ClusterRole', web, 'shop'))).toBe(undefined);
});

test.each([
  ['reading', "{ apiGroups: [''], resources: [pods, secrets], verbs: [get, list, watch] }"],
  ['another group', '{ apiGroups: [example.com], resources: [pods], verbs: [create] }'],
  ['roles of one name', '{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], resourceNames: [view], verbs: [bind] }'],
])('%s does not', (_what, rule) => {
  expect(way(role('some', rule), bound('some', 'ClusterRole', web))).toBe(undefined);
});

test('the way goes by accounts in reach, and is the shortest', () => {
  const start = [role('deploy', '{ apiGroups: [apps], resources: [deployments], verbs: [create] }', 'shop'), bound('deploy', 'Role', web, 'shop')];
  const operator = [account('operator'), bound('cluster-admin', 'ClusterRole', '{ kind: ServiceAccount, name: operator, namespace: shop }')];
  expect(way(...start)).toBe(undefined);
  expect(way(...start, ...operator)).toBe(`start pods: shop/operator; do everything: ${OWNER}`);
  expect(way(...start, account('operator', 'other'), bound('cluster-admin', 'ClusterRole', '{ kind: ServiceAccount, name: operator, namespace: other }'))).toBe(undefined);
});

test('a service account has what its groups have', () => {
  expect(way(bound('cluster-admin', 'ClusterRole', '{ kind: Group, name: system:serviceaccounts:shop }'))).toBe(`do everything: ${OWNER}`);
  expect(way(bound('cluster-admin', 'ClusterRole', '{ kind: Group, name: system:serviceaccounts:other }'))).toBe(undefined);
});

test('accounts that can become each other are no endless way', () => {
  const each = (name: string) => [account(name), role(name, "{ apiGroups: [''], resources: [serviceaccounts/token], verbs: [create] }", 'shop'),
    bound(name, 'Role', `{ kind: ServiceAccount, name: ${name}, namespace: shop }`, 'shop')];
  expect(way(...each('web').slice(1), ...each('one'), ...each('two'))).toBe(undefined);
});
