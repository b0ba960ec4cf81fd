import { App } from 'cdk8s';
import { Acknowledgements, Environment, MeshKind, Mode, Platform, Sensitivity, Tenant, Verifier } from '../../../src';

function reportOf(mesh: MeshKind, prepare: (tenant: Tenant) => void = () => {}) {
  const app = new App();
  const verifier = Verifier.of(app, { packs: [], controls: ['mesh-membership'], mode: Mode.OFF });
  prepare(new Tenant(app, 'shop', { platform: Platform.generic({ mesh }), owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL }));
  return verifier.report();
}

test('a tenant without a mesh is found', () => {
  expect(reportOf(MeshKind.NONE).findings.map(({ control, object }) => `${control} ${object.kind}/${object.name}`)).toEqual(['mesh-membership Namespace/shop']);
  expect(reportOf(MeshKind.ISTIO_AMBIENT).findings).toEqual([]);
});

test('who accepts it says why, and it stays in the report', () => {
  const { findings, acknowledged, errors } = reportOf(MeshKind.NONE, tenant =>
    Acknowledgements.of(tenant).add({ id: 'mesh-membership', reason: 'the network plugin encrypts between nodes', owner: 'team-platform' }));
  expect([findings, errors]).toEqual([[], []]);
  expect(acknowledged.map(({ control }) => control)).toEqual(['mesh-membership']);
});
