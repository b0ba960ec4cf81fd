import { ApiObject, Chart, Testing } from 'cdk8s';
import fc from 'fast-check';
import { only, tenant, tenantIn } from './tenants';
import { Environment, Mode, PodSecurityLevel, Tenant, Verifier } from '../../src';
import { isLabelValue } from '../../src/model/label-value';

test('the namespace enforces, audits and warns of the restricted profile, at the version of the platform', () => {
  const { metadata } = only(tenant({}, { kubernetes: '1.33' }), 'Namespace');
  const modes = ['enforce', 'audit', 'warn'].flatMap(mode => [metadata.labels[`pod-security.kubernetes.io/${mode}`], metadata.labels[`pod-security.kubernetes.io/${mode}-version`]]);
  expect(modes).toEqual(['restricted', 'v1.33', 'restricted', 'v1.33', 'restricted', 'v1.33']);
  expect(metadata).not.toHaveProperty('namespace');
});

test('loosened Pod Security is found, and what it lets through is still seen', () => {
  const loose = tenant({ podSecurity: PodSecurityLevel.BASELINE });
  expect(only(loose, 'Namespace').metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'baseline', 'pod-security.kubernetes.io/audit': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted',
  });
  const findings = (scope: Chart) => Verifier.of(scope, { mode: Mode.REPORT }).report().findings.map(({ control }) => control);
  expect(findings(loose)).toEqual(['pod-security-labels']);
  expect(findings(tenant())).toEqual([]);
});

test('the default service account has no token', () => {
  const account = only(tenant(), 'ServiceAccount');
  expect([account.metadata.name, account.metadata.namespace, account.automountServiceAccountToken]).toEqual(['default', 'shop', false]);
});

describe('refused, with the construct path', () => {
  test('two tenants of one namespace, whatever their environments', () => {
    const app = Testing.app();
    tenantIn(app, 'shop');
    const other = () => tenantIn(app, 'shop-test', { namespaceName: 'shop', environment: Environment.TEST });
    expect(other).toThrow('shop-test: the namespace "shop" is that of the tenant shop (owner team-shop, environment prod): give each tenant a namespace of its own');
  });

  test('a tenant in a tenant', () => {
    const app = Testing.app();
    expect(() => tenantIn(tenantIn(app) as any, 'inner')).toThrow('shop/inner: it stands in the tenant "shop"');
  });

  test.each(['team shop', '', '-team', 'a'.repeat(64), 'team/shop'])('the owner %p', owner => {
    expect(() => tenant({ owner })).toThrow(`shop: owner "${owner}" is not a label value`);
  });

  test.each(['Shop', 'a.b', '-a', 'a-', '', 'a'.repeat(64), 'a_b'])('the namespace %p', namespaceName => {
    expect(() => tenant({ namespaceName })).toThrow(`shop: "${namespaceName}" is not the name of a namespace`);
  });

  test.each(['default', 'kube-system', 'kube-x'])('the namespace %p of the cluster', namespaceName => {
    expect(() => tenant({ namespaceName })).toThrow(`shop: the namespace "${namespaceName}" belongs to the cluster`);
  });
});

test('an owner has several tenants, each with its namespace and environment', () => {
  const app = Testing.app();
  const tenants = [tenantIn(app, 'shop'), tenantIn(app, 'shop-test', { environment: Environment.TEST })];
  expect(tenants.map(each => only(each, 'Namespace').metadata).map(({ name, labels }) => [name, labels['cdk8s-bulwark/environment'], labels['cdk8s-bulwark/owner']]))
    .toEqual([['shop', 'prod', 'team-shop'], ['shop-test', 'test', 'team-shop']]);
  expect(() => Verifier.of(app)).not.toThrow();
});

test('what is accepted as a name or owner is what Kubernetes accepts, and stands in the labels', () => {
  // Written after the API's own words: RFC 1123 labels for names, qualified values for labels.
  const letters = [...'abcxyz019AZ-_. /'];
  const isDnsLabel = (name: string) => name.length >= 1 && name.length <= 63 && [...name].every(c => /[a-z0-9-]/.test(c)) && !/^-|-$/.test(name);
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 70 });
  fc.assert(fc.property(text, text, (namespaceName, owner) => {
    let made: Tenant | undefined;
    try {
      made = tenant({ namespaceName, owner });
    } catch (error) {
      expect((error as Error).message).toMatch(/^shop: /);
    }
    expect(made !== undefined).toBe(isDnsLabel(namespaceName) && isLabelValue(owner));
    if (made !== undefined) {
      expect(only(made, 'Namespace').metadata).toMatchObject({ name: namespaceName, labels: { 'cdk8s-bulwark/owner': owner } });
    }
  }));
});

test('names are paths below the tenant, and always names that the API server accepts', () => {
  const id = fc.string({ unit: fc.constantFrom(...'abzAZ09-_. '), minLength: 1, maxLength: 40 });
  fc.assert(fc.property(id, fc.constantFrom('Deployment', 'CronJob'), (name, kind) => {
    const chart = tenant();
    const object = new ApiObject(chart, `x${name}`, { apiVersion: kind === 'CronJob' ? 'batch/v1' : 'apps/v1', kind });
    expect(object.name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
    expect(object.name.length).toBeLessThanOrEqual(kind === 'CronJob' ? 52 : 63);
  }));
  expect(new ApiObject(tenant(), 'web', { apiVersion: 'v1', kind: 'Service' }).name).toBe('web');
  expect(new ApiObject(tenant(), 'w'.repeat(80), { apiVersion: 'v1', kind: 'Service' }).name).toMatch(/^w+-[0-9a-f]{8}$/);
});
