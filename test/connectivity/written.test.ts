import { connectionsOf } from '../../src/connectivity/connections';
import { dotEdges, jsonEdges, mermaidEdges, textEdges } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';

const policy = (name: string, spec: object) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec });
const workload = (name: string, namespace = 'shop') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: { template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, ports: [{ name: 'http', containerPort: 8080 }] }] } } },
});
const edges = (...objects: object[]) => connectionsOf(new Source('app.json', objects.map(object => JSON.stringify(object)).join('\n---\n'), true).manifests, 'network').edges;

const SHOP = edges(
  workload('web'), workload('cart'), workload('jobs', 'batch'),
  policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  policy('web-to-cart', { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: { matchLabels: { app: 'cart' } } }], ports: [{ port: 'http' }] }] }),
  policy('cart-from-web', {
    podSelector: { matchLabels: { app: 'cart' } },
    ingress: [
      { from: [{ podSelector: { matchLabels: { app: 'web' } } }] },
      { from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 8000, endPort: 8001 }, { port: 53, protocol: 'UDP' }] },
    ],
  }),
);

test('a line an edge: named ports where they lead, ranges of addresses with their holes', () => {
  expect(textEdges(SHOP)).toBe([
    '0.0.0.0-255.255.255.255[External] => batch/jobs[Deployment] : All Connections',
    '10.0.0.0-10.0.255.255[External] => shop/cart[Deployment] : TCP 8000-8001,UDP 53',
    '10.2.0.0-10.255.255.255[External] => shop/cart[Deployment] : TCP 8000-8001,UDP 53',
    'batch/jobs[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections',
    'shop/web[Deployment] => shop/cart[Deployment] : TCP 8080',
    '',
  ].join('\n'));
});

test('the same as JSON, and as pictures with a box a namespace', () => {
  expect(JSON.parse(jsonEdges(SHOP, 'network')).edges[4]).toEqual({ source: 'shop/web[Deployment]', destination: 'shop/cart[Deployment]', connections: 'TCP 8080' });
  expect(dotEdges(SHOP)).toContain('subgraph cluster_1 {\n    label="shop";');
  expect(dotEdges(SHOP)).toMatch(/node(\d) \[label="web\[Deployment\]"\];\n[^]*node\1 -> node\d \[label="TCP 8080"\];/);
  expect(mermaidEdges(SHOP)).toMatch(/^flowchart LR\n {2}subgraph box0\["batch"\]/);
  expect(mermaidEdges(SHOP)).toMatch(/node\d -->\|"TCP 8080"\| node\d/);
});

test('what a policy leaves alone stays open, and what isolates one direction does not isolate the other', () => {
  const one = edges(workload('web'), workload('cart'), policy('in', { podSelector: { matchLabels: { app: 'cart' } }, ingress: [] }));
  expect(one.map(({ source, destination }) => `${source} ${destination}`)).not.toContain('shop/web[Deployment] shop/cart[Deployment]');
  expect(one.map(({ source, destination }) => `${source} ${destination}`)).toContain('shop/cart[Deployment] shop/web[Deployment]');
});

const text = (...objects: object[]) => textEdges(edges(...objects)).split('\n');

test('no policy types are the default ones, also where they are an empty list', () => {
  expect(text(workload('web'), policy('in', { podSelector: {}, policyTypes: [] })).filter(line => line.endsWith('shop/web[Deployment] : All Connections'))).toEqual([]);
});

test('a policy that the API server would refuse is an error, and the others count', () => {
  const { manifests } = new Source('app.json', [
    workload('web'), policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }), policy('bad', { podSelector: {}, ingress: [{ from: { podSelector: {} } }] }),
  ].map(object => JSON.stringify(object)).join('\n---\n'), true);
  const { edges: found, errors } = connectionsOf(manifests, 'network');
  expect(found).toEqual([]);
  expect(errors.map(({ manifest, message }) => `${manifest.name}: ${message}`))
    .toEqual(['bad: spec.ingress[0].from is not a list: the API server refuses it, and it is not drawn']);
});

test('pods are their owner\'s, as far as it is there, and those of a Job carry its name', () => {
  const owned = (kind: string, name: string, owner: [kind: string, name: string]) => ({
    ...workload(name), kind, metadata: { name, namespace: 'shop', ownerReferences: [{ kind: owner[0], name: owner[1] }] },
  });
  const pod = { ...owned('Pod', 'web-1-a', ['ReplicaSet', 'web-1']), apiVersion: 'v1', spec: { containers: [{ name: 'web' }] } };
  const all = text(pod, owned('ReplicaSet', 'web-1', ['Deployment', 'web']), workload('web'));
  expect(all.filter(line => line !== '')).toHaveLength(2);
  const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'move', namespace: 'shop' }, spec: { template: { spec: { containers: [{ name: 'move' }] } } } };
  expect(edges(job, policy('deny', { podSelector: { matchLabels: { 'job-name': 'move' } }, policyTypes: ['Ingress', 'Egress'] }))).toEqual([]);
});
