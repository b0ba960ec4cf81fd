import { Yaml } from 'cdk8s';
import { container, manifestsOf, newApp, newTenant, SUPPORTED_MESHES } from './apps';
import { Deployment, MeshKind, Owner, Remote } from '../../src';
import { DECLARED } from '../../src/connectivity/declaration/declaration';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { Source } from '../../src/verify/input';

const PLATFORM = {
  apiServerCidrs: ['10.0.0.1/32'],
  monitoring: { namespaceLabels: { 'kubernetes.io/metadata.name': 'monitoring' }, podLabels: { app: 'prometheus' }, serviceAccount: 'prometheus' },
};

/** Two tenants of one owner, and every kind of peer. */
function everyPeer(mesh: MeshKind): any[] {
  const app = newApp();
  const [shop, bank] = ['shop', 'bank'].map(id => newTenant(app, id, mesh, PLATFORM));
  const web = new Deployment(shop, 'web', { containers: [container(8080)] });
  const cart = new Deployment(shop, 'cart', { containers: [container(7070)] });
  const ledger = new Deployment(bank, 'ledger', { containers: [container(9090)] });
  const audit = new Deployment(bank, 'audit', { containers: [container(9091)] });
  web.allowTo(cart);
  web.allowTo(Remote.cidr('203.0.113.0/24'), { ports: [443] });
  web.allowTo(Remote.anywhereButPrivate(), { ports: [8443] });
  web.allowTo(Remote.host('api.example.com'));
  cart.allowTo(Remote.apiServer());
  ledger.acceptFrom(shop);
  cart.allowTo(ledger);
  audit.acceptFrom(bank);
  ledger.acceptFrom(Remote.monitoring());
  Owner.of(app, 'team-a').allowInternal({ ports: [9091] });
  return manifestsOf(app);
}

test.each(SUPPORTED_MESHES)('every peer in %s is open as it is declared', mesh => {
  expect(departuresOf(new Source('app.yaml', Yaml.stringify(...everyPeer(mesh)), true).manifests)).toMatchObject({ departures: [], misshapen: [] });
});

test('workloads and ports have their names, also where the mesh hides them', () => {
  const policies = everyPeer(MeshKind.ISTIO_AMBIENT).filter(({ kind }) => kind === 'NetworkPolicy');
  const declared = (name: string, namespace: string) => {
    const { annotations } = policies.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace).metadata;
    return [annotations[DECLARED.ingress], annotations[DECLARED.egress]].map(text => text.split('\n'));
  };
  expect(declared('cart', 'shop')).toEqual([['shop/web[Deployment] : TCP 7070'], ['10.0.0.1/32 : TCP 6443', 'bank/ledger[Deployment] : TCP 9090']]);
  expect(declared('ledger', 'bank')).toEqual([['monitoring/*{app=prometheus} : TCP 9090', 'shop/cart[Deployment] : TCP 9090'], ['nobody']]);
  expect(declared('web', 'shop')[0]).toEqual(['nobody']);
  expect(declared('web', 'shop')[1]).toContain('shop/cart[Deployment] : TCP 7070');
  expect(declared('default-deny', 'shop')).toEqual([
    ['169.254.7.127/32 : All Connections', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128 : All Connections'],
    ['kube-system/*{k8s-app=kube-dns} : TCP 53,UDP 53'],
  ]);
});
