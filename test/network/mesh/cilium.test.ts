import { App } from 'cdk8s';
import { Catalogue, Deployment, Environment, MeshKind, Mode, Network, NetworkMonitoring, Platform, Remote, Sensitivity, Tenant, Verifier } from '../../../src';

/** What is about the network between containers, and between them and what is outside. */
const CONTROLS = Catalogue.all().filter(({ recommendation }) => /^(4|5)\./.test(recommendation)).map(({ id }) => id)
  .filter(id => /mesh|network|deny|egress|dns|traffic/.test(id));

function findings(declare: (web: Deployment, cart: Deployment) => void = () => undefined): string[] {
  const app = new App();
  const verifier = Verifier.of(app, { packs: [], controls: CONTROLS, complete: true, mode: Mode.OFF });
  const monitoring = { namespaceLabels: { 'kubernetes.io/metadata.name': 'monitoring' }, podLabels: { app: 'prometheus' } };
  const platform = Platform.generic({ mesh: MeshKind.CILIUM, cni: 'cilium', apiServerCidrs: ['203.0.113.7/32'], monitoring });
  const tenant = new Tenant(app, 'shop', { platform, owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL });
  const [web, cart] = [8080, 7070].map(portNumber => new Deployment(tenant, `on-${portNumber}`, { containers: [{ image: 'image', portNumber }] }));
  new NetworkMonitoring(tenant, 'monitoring');
  web.allowTo(cart, { methods: ['GET'] });
  web.allowTo(Remote.host('api.example.com'));
  cart.allowTo(Remote.apiServer());
  declare(web, cart);
  const { findings: found, errors } = verifier.report();
  expect(errors).toEqual([]);
  return found.map(({ control, object: { kind, name } }) => `${control} ${kind}/${name}`);
}

test('nothing is found about the network of an app in this mesh', () => {
  expect(CONTROLS).toEqual(expect.arrayContaining([
    'mesh-membership', 'mesh-cilium-authentication', 'default-deny-ingress', 'default-deny-egress', 'dns-egress', 'namespace-network-policy', 'traffic-monitored',
  ]));
  expect(findings()).toEqual([]);
});

test('a client that proves nothing is found at who lets it in', () => {
  expect(findings((_, cart) => {
    cart.acceptFrom(Remote.monitoring());
    Network.of(cart).acceptPlainText(7070);
  })).toEqual(['mesh-cilium-authentication CiliumNetworkPolicy/on-7070']);
});
