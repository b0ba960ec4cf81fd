import { rendered, tenant } from './tenants';
import { Environment, Member, Mode, Verifier } from '../../src';
import { ROLES, rulesOf } from '../../src/tenancy/role-rules';

/** Whether a role may do something, as the API server decides it: some rule names the verb, the group and the resource. */
function may(role: typeof ROLES[number], verb: string, resource: string, environment = Environment.PROD): boolean {
  const [name, group = ''] = resource.split('@');
  return rulesOf(role, environment).some(({ apiGroups, resources, verbs }) =>
    apiGroups.includes(group) && resources.includes(name) && verbs.includes(verb));
}

test.each([Environment.DEV, Environment.PROD])('in %s every role passes every control of roles', environment => {
  const { findings, evidence, errors } = Verifier.of(tenant({ environment, members: { developer: [Member.group('shop-developers')] } }), { mode: Mode.REPORT }).report();
  expect([findings, errors]).toEqual([[], []]);
  const rbac = evidence.filter(({ control }) => control.startsWith('rbac-'));
  expect(rbac.length).toBeGreaterThanOrEqual(11);
  rbac.forEach(({ control, passed }) => expect([control, passed]).toEqual([control, ROLES.length]));
});

test('what nobody may do', () => {
  const never = [
    ['get', 'secrets'], ['list', 'secrets'], ['watch', 'secrets'], ['create', 'secrets'], ['create', 'pods/exec'], ['create', 'pods/attach'], ['create', 'pods/portforward'],
    ['create', 'pods/ephemeralcontainers'], ['create', 'serviceaccounts/token'], ['get', 'nodes/proxy'], ['impersonate', 'users'],
    ['bind', 'roles@rbac.authorization.k8s.io'], ['escalate', 'roles@rbac.authorization.k8s.io'], ['create', 'rolebindings@rbac.authorization.k8s.io'],
    ['patch', 'resourcequotas'], ['patch', 'networkpolicies@networking.k8s.io'], ['patch', 'namespaces'],
  ];
  for (const environment of Environment.all()) {
    for (const role of ROLES) {
      const granted = never.filter(([verb, resource]) => may(role, verb, resource, environment));
      expect([role, environment.name, granted]).toEqual([role, environment.name, []]);
      expect(JSON.stringify(rulesOf(role, environment))).not.toContain('*');
    }
  }
});

test.each([Environment.DEV, Environment.TEST, Environment.STAGING])('developers write workloads in %s', environment => {
  expect(['deployments@apps', 'cronjobs@batch', 'configmaps', 'services'].every(resource => may('developer', 'patch', resource, environment))).toBe(true);
});

test('developers only read in PROD, and beyond it', () => {
  for (const environment of [Environment.PROD, Environment.custom('canary', { after: Environment.PROD })]) {
    expect(new Set(rulesOf('developer', environment).flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list', 'watch']));
  }
  expect(may('developer', 'patch', 'deployments@apps', Environment.custom('rehearsal', { before: Environment.PROD }))).toBe(true);
});

test('operators restart, scale and evict, and change no pod template', () => {
  expect([['delete', 'pods'], ['create', 'pods/eviction'], ['patch', 'deployments/scale@apps'], ['update', 'statefulsets/scale@apps'], ['get', 'pods/log']]
    .every(([verb, resource]) => may('operator', verb, resource))).toBe(true);
  expect(['deployments@apps', 'statefulsets@apps', 'jobs@batch', 'pods'].some(resource => may('operator', 'patch', resource) || may('operator', 'create', resource))).toBe(false);
});

test('auditors read policies and write nothing; viewers read neither configuration nor logs', () => {
  expect(['resourcequotas', 'limitranges', 'rolebindings@rbac.authorization.k8s.io', 'networkpolicies@networking.k8s.io', 'authorizationpolicies@security.istio.io']
    .every(resource => may('auditor', 'list', resource))).toBe(true);
  for (const role of ['auditor', 'viewer'] as const) {
    expect(new Set(rulesOf(role, Environment.DEV).flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list', 'watch']));
    expect(['configmaps', 'pods/log'].some(resource => may(role, 'get', resource))).toBe(false);
  }
});

test('members are bound to the role of their name, in the namespace', () => {
  const chart = tenant({ members: { viewer: [Member.group('everybody-at-shop')], operator: [Member.group('sre'), Member.user('jane@example.com')] } });
  const objects = rendered(chart);
  expect(objects.filter(({ kind }) => kind === 'Role').map(({ metadata }) => [metadata.name, metadata.namespace])).toEqual(ROLES.map(role => [role, 'shop']));
  const bindings = objects.filter(({ kind }) => kind === 'RoleBinding');
  expect(bindings.map(({ metadata, roleRef, subjects }) => [metadata.name, roleRef.kind, roleRef.name, subjects.map((each: any) => `${each.kind} ${each.name}`)])).toEqual([
    ['viewer', 'Role', 'viewer', ['Group everybody-at-shop']],
    ['operator', 'Role', 'operator', ['Group sre', 'User jane@example.com']],
  ]);
});

test.each(['', ' ', 'system:masters', 'system:authenticated', 'system:serviceaccount:a:b'])('%p cannot be a member', name => {
  expect(() => Member.group(name)).toThrow(`"${name}" cannot be a member of a tenant`);
  expect(() => Member.user(name)).toThrow('give the name of a user as your identity provider has it');
});
