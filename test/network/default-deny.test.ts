import { manifestsOf, newApp } from './apps';
import { Environment, MeshKind, Platform, Sensitivity, Tenant } from '../../src';

const PORTS = (port: number) => [{ port, protocol: 'UDP' }, { port, protocol: 'TCP' }];

/** The default policy of a tenant without a mesh on a platform. */
function defaultDeny(platform: Platform) {
  const app = newApp();
  new Tenant(app, 'shop', { platform, owner: 'team-a', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL });
  return manifestsOf(app).find(({ kind }) => kind === 'NetworkPolicy');
}

test('it selects every pod, in both directions, and lets nobody in', () => {
  const { metadata, spec } = defaultDeny(Platform.generic({ mesh: MeshKind.NONE }));
  expect(metadata).toMatchObject({ name: 'default-deny', namespace: 'shop' });
  expect(spec).toMatchObject({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  expect(spec).not.toHaveProperty('ingress');
});

test('name servers are where the platform has them', () => {
  expect(defaultDeny(Platform.openshift({ mesh: MeshKind.NONE })).spec.egress).toEqual([{
    to: [{
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } },
      podSelector: { matchLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } },
    }],
    ports: PORTS(5353),
  }]);
  const gke = defaultDeny(Platform.gke({ mesh: MeshKind.NONE })).spec.egress;
  expect(gke).toHaveLength(3);
  expect(gke[2]).toEqual({ to: [{ ipBlock: { cidr: '169.254.20.10/32' } }], ports: PORTS(53) });
});
