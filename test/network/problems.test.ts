import { Chart } from 'cdk8s';
import { container, newApp, shop, twoTenants } from './apps';
import { Deployment, Job, MeshKind, Network, Remote } from '../../src';

describe('errors', () => {
  test.each([0, 65536, 80.5, -1, NaN])('%p is no port', port => {
    const { web, cart } = shop();
    const message = `shop/web: ${port} is not a port: give a whole number from 1 to 65535`;
    expect(() => web.allowTo(cart, { ports: [port] })).toThrow(message);
    expect(() => web.acceptFrom(cart, { ports: [port] })).toThrow(message);
    expect(() => web.allowTo(Remote.cidr('10.0.0.0/8'), { ports: [port] })).toThrow(message);
    expect(() => Network.of(web).acceptPlainText(port)).toThrow(message);
  });

  test('an edge and a block without ports', () => {
    const { web, cart } = shop();
    expect(() => web.allowTo(cart, { ports: [] })).toThrow('shop/web: an edge between it and shop/cart names no port: give at least one, or leave ports out');
    expect(() => web.allowTo(Remote.cidr('10.0.0.0/8'))).toThrow('shop/web: allowTo(Remote.cidr(10.0.0.0/8)) names no port: give at least one');
  });

  test.each(['10.0.0.0', '10.0.0.1/8', '10.0.0.0/33', 'fd00::1/8', 'example.com'])('%s is no block of addresses', cidr => {
    expect(() => Remote.cidr(cidr)).toThrow(`Remote.cidr "${cidr}" `);
  });

  test('a target of another app', () => {
    expect(() => shop().web.allowTo(shop().cart)).toThrow('shop/web: shop/cart is of another App: allow it by its addresses, with Remote.cidr');
  });

  test('an API server that nobody knows', () => {
    expect(() => shop().web.allowTo(Remote.apiServer())).toThrow('shop/web: where the API server is, is not known: give the Platform of its Tenant apiServerCidrs');
    const outside = new Deployment(new Chart(newApp(), 'chart'), 'web', { containers: [container(80)] });
    expect(() => outside.allowTo(Remote.apiServer())).toThrow('chart/web: where the API server is, is not known');
  });

  type Declare = (app: ReturnType<typeof twoTenants>) => void;
  test.each<[string, string, Declare]>([
    ['only the client says it', '[shop/web] shop/web is allowed to bank/ledger, but they are of different tenants, so both must say it: '
      + 'bank/ledger must say acceptFrom(shop/web) too', ({ web, ledger }) => web.allowTo(ledger)],
    ['only the server says it', '[bank/ledger] bank/ledger allows from shop/web, but they are of different tenants, so both must say it: '
      + 'shop/web must say allowTo(bank/ledger) too', ({ web, ledger }) => ledger.acceptFrom(web)],
    ['the server does not serve the port', '[shop/web] shop/web is allowed to bank/ledger on 80, which it does not serve: it serves 9090/TCP', ({ web, ledger }) => {
      web.allowTo(ledger, { ports: [80] });
      ledger.acceptFrom(web);
    }],
    ['the server lets in on a port it does not serve', '[shop/web] shop/web is allowed to bank/ledger on 81, 90, which it does not serve', ({ web, ledger }) => {
      web.allowTo(ledger);
      ledger.acceptFrom(web, { ports: [9090, 90, 81] });
    }],
    ['no port in common', '[shop/web] shop/web is allowed to bank/ledger, but the two name no port, method and path in common', ({ web, ledger }) => {
      ledger.containers[0].addPort({ number: 9091 });
      web.allowTo(ledger, { ports: [9090] });
      ledger.acceptFrom(web, { ports: [9091] });
    }],
    ['plain text on a port that is not served', '[shop/web] shop/web takes plain text on 81, which it does not serve: it serves 8080/TCP',
      ({ web }) => Network.of(web).acceptPlainText(81)],
  ])('at synthesis, one: %s', (_name, message, declare) => {
    const tenants = twoTenants();
    declare(tenants);
    const { message: thrown } = failure(() => tenants.app.synth());
    expect(thrown.split('\n').slice(1)).toEqual([expect.stringContaining(message)]);
  });

  test('at synthesis: a target that serves nothing', () => {
    const { app, tenant, web } = shop();
    web.allowTo(new Job(tenant, 'import', { containers: [container()] }));
    expect(() => app.synth()).toThrow('[shop/web] shop/web is allowed to shop/import, which serves no port: give a container of shop/import a portNumber');
  });

  test('at synthesis: a client outside of the mesh, until its port is loosened', () => {
    const { app, web, ledger } = twoTenants(MeshKind.NONE, MeshKind.ISTIO_AMBIENT);
    web.allowTo(ledger);
    ledger.acceptFrom(web);
    expect(() => app.synth()).toThrow('[shop/web] shop/web is allowed to bank/ledger, which takes mutual TLS of the mesh istio-ambient only, and is not in it: '
      + 'put shop/web into a Tenant with that mesh, or loosen it with Network.of(ledger).acceptPlainText(9090)');
    Network.of(ledger).acceptPlainText(9090);
    expect(() => app.synth()).not.toThrow();
  });

  test('at synthesis: one of the two is in no namespace', () => {
    const { app, web } = shop();
    const other = new Deployment(new Chart(app, 'chart'), 'other', { containers: [container(80)] });
    web.allowTo(other);
    other.acceptFrom(web);
    expect(() => app.synth()).toThrow('shop/web is allowed to chart/other, but nothing says in which namespace chart/other is: give its Chart a namespace');
  });

  test.each([MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD])('at synthesis: a Job that would never end in %s', mesh => {
    const { app, tenant } = shop(mesh, { kubernetes: '1.28' });
    new Job(tenant, 'import', { containers: [container()] });
    expect(() => app.synth()).toThrow(`[shop/import] shop/import never ends in the mesh ${mesh} on Kubernetes 1.28`);
    const later = shop(mesh, { kubernetes: '1.29' });
    new Job(later.tenant, 'import', { containers: [container()] });
    expect(() => later.app.synth()).not.toThrow();
  });
});

function failure(act: () => void): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
