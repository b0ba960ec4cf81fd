import { ApiObject, App } from 'cdk8s';
import { Environment, Mode, Platform, Sensitivity, Tenant, Verifier } from '../../src';

/** What is found on a policy to addresses that are nodes on one platform, in an app with tenants of some platforms. */
function findings(...platforms: readonly Platform[]): string[] {
  const app = new App();
  const verifier = Verifier.of(app, { packs: [], controls: ['metadata-egress'], mode: Mode.OFF });
  platforms.forEach((platform, index) => {
    const tenant = new Tenant(app, `shop-${index}`, { platform, owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL });
    new ApiObject(tenant, 'web', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '10.0.1.0/24' } }], ports: [{ port: 443, protocol: 'TCP' }] }] },
    });
  });
  return verifier.report().findings.map(({ object }) => object.name);
}

test('an app is verified for the platform of its tenants', () => {
  const nodes = Platform.eks({ nodeCidrs: ['10.0.0.0/16'] });
  expect(findings(nodes)).toEqual(['web']);
  expect(findings(nodes, Platform.eks({ nodeCidrs: ['10.0.0.0/16'] }))).toEqual(['web', 'web']);
  expect(findings(Platform.eks())).toEqual([]);
});

test('where tenants are on different platforms, controls keep their own parameters', () => {
  expect(findings(Platform.eks({ nodeCidrs: ['10.0.0.0/16'] }), Platform.eks())).toEqual([]);
});
