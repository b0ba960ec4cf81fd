import { App, ApiObject } from 'cdk8s';
import { openOnce, Served, standIn } from './asking';
import { proven } from './proven';
import { platformWith, podOf, serving } from './tenant';
import { Deployment, Environment, Mode, Owner, Quota, Remote, Sensitivity, Tenant, Verifier } from '../../src';
import { Client } from '../cluster/client';
import { addAccountOf, restricted } from '../cluster/namespace';
import { applyAll } from '../cluster/tenants';

/** In no tenant, and of no policy: what a tenant knows by its address alone. */
const OUTSIDE = 'peers-outside';
const OWNERS = { shop: 'team-a', bank: 'team-b', ours: 'team-c', theirs: 'team-c', spy: 'team-d' } as const;
type Id = keyof typeof OWNERS;
const IDS = Object.keys(OWNERS) as Id[];
const PORT = 8080;

/** All that words about a tenant, an owner and addresses open. Each side closes its own: who is in no tenant may ask, and is not let in. */
const OPEN = ['ours => theirs', 'shop => bank', 'spy => outside', 'theirs => ours'];

const client = Client.connect();
let pods: ReadonlyMap<string, Served>;

beforeAll(async () => {
  const server = standIn('server', OUTSIDE, { 'app.kubernetes.io/name': 'server' }, PORT);
  await client.apply(restricted(OUTSIDE));
  await addAccountOf(client, server);
  await client.apply(server);
  const outside = await podOf(client, OUTSIDE, 'server');
  await applyAll(client, declaredWith(`${outside.status.podIP}/32`));
  const running = IDS.map(async (id): Promise<[string, Served]> => [id, { pod: await podOf(client, `peers-${id}`, 'web', 180), port: PORT }]);
  pods = new Map([['outside', { pod: outside, port: PORT }], ...await Promise.all(running)]);
});

test('tenants, owners and addresses are open as they are declared, and nobody else is', async () => {
  expect(await openOnce(pods, OPEN)).toEqual(OPEN);
  proven('edges to tenants, owners and addresses that are declared, and open', OPEN.length);
  proven('pairs of tenants, and of what is outside of them, that are not declared, and closed', pods.size * (pods.size - 1) - OPEN.length);
});

/** A tenant for each name, with one workload. */
function declaredWith(block: string) {
  const app = new App();
  Verifier.of(app, { mode: Mode.OFF });
  const made = new Map(IDS.map(id => {
    const tenant = new Tenant(app, `peers-${id}`, {
      platform: platformWith(),
      owner: OWNERS[id],
      environment: Environment.PROD,
      sensitivity: Sensitivity.INTERNAL,
      quota: Quota.computed({ nodes: 1 }),
    });
    return [id, { tenant, web: new Deployment(tenant, 'web', { replicas: 1, containers: [serving(PORT)] }) }];
  }));
  const of = (id: Id) => made.get(id)!;
  of('shop').web.allowTo(of('bank').tenant);
  of('bank').web.acceptFrom(of('shop').tenant);
  Owner.of(app, OWNERS.ours).allowInternal();
  of('spy').web.allowTo(Remote.cidr(block), { ports: [PORT] });
  return app.node.findAll().filter(ApiObject.isApiObject).map(object => (object as ApiObject).toJson());
}
