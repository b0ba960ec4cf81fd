import { container, manifestsOf, newApp, newTenant } from './apps';
import { Deployment, MeshKind, Owner, Remote } from '../../src';

const PLATFORM = {
  apiServerCidrs: ['10.0.0.1/32'],
  monitoring: { namespaceLabels: { 'kubernetes.io/metadata.name': 'monitoring' }, podLabels: { app: 'prometheus' }, serviceAccount: 'prometheus' },
};

/** Two tenants of one owner, and every kind of peer. */
export function everyPeer(mesh: MeshKind): any[] {
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
