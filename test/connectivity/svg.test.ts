import { AMBIENT, linesOf, manifestsOf, namespace, service, workload } from './manifests';
import { connectionsOf } from '../../src/connectivity/connections';
import { drawnTenants, drawnWorkloads } from '../../src/connectivity/drawing';
import { svgOf } from '../../src/connectivity/svg';

const SHOP = [AMBIENT, workload('web'), workload('cart'), workload('ledger', 'bank'), service('web', undefined, 'LoadBalancer')];

function drawn(objects: readonly object[], how = drawnWorkloads) {
  const { edges, workloads } = connectionsOf(manifestsOf(objects), 'effective');
  return how(edges, workloads);
}

test('a node for each workload and entry, in a box of its tenant, and one for what is outside', () => {
  const { nodes, edges, summary } = drawn(SHOP);
  expect(nodes.map(({ title, kind, group }) => `${kind} ${title} ${group}`)).toEqual([
    'workload bank/ledger[Deployment] bank', 'workload shop/cart[Deployment] shop', 'workload shop/web[Deployment] shop', 'entry shop/web[Service] shop',
    'outside Outside the cluster[External] undefined',
  ]);
  // One arrow a pair, as what least protects it.
  expect(edges.find(({ source, destination }) => source.startsWith('shop/web[D') && destination.startsWith('shop/cart'))!).toMatchObject({
    encryption: 'plain', lines: ['SCTP 1-65535,UDP 1-65535 [plain text]', 'TCP 1-65535'],
  });
  expect(summary).toBe(`3 workloads in 2 groups, ${linesOf(SHOP).length} connections, ${linesOf(SHOP).filter(line => line.includes('[plain text]')).length} of them in plain text`);
});

test('the label of a tenant counts before the namespace', () => {
  const labels = { 'cdk8s-bulwark/tenant': 'acme' };
  expect(new Set(drawn([namespace('shop', labels), namespace('bank', labels), ...SHOP.slice(1)]).nodes.map(({ group }) => group))).toEqual(new Set(['acme', undefined]));
});

test('tenants in place of workloads: what they say to each other is counted', () => {
  const { nodes, edges } = drawn(SHOP, drawnTenants);
  expect(nodes.map(({ lines }) => lines)).toEqual([
    ['bank', '1 workload', '0 connections inside'], ['shop', '2 workloads', '5 connections inside', '2 of them plain text'], ['Outside the cluster'],
  ]);
  expect(edges.find(({ source, destination }) => source === 'bank' && destination === 'shop')!.lines).toEqual(['2 connections', 'all plain text']);
});

test('ranges of addresses are called by what is easier to read', () => {
  const policy = (cidr: object) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p', namespace: 'shop' }, spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [{ to: [{ ipBlock: cidr }] }] } });
  const outside = (cidr: object) => drawn([workload('web'), policy(cidr)]).nodes.filter(({ kind }) => kind === 'outside').map(({ lines }) => lines);
  expect(outside({ cidr: '203.0.113.0/24' })).toEqual([['203.0.113.0/24']]);
  expect(outside({ cidr: '0.0.0.0/0', except: ['169.254.169.254/32', '10.0.0.0/8'] })).toEqual([['Outside the cluster', 'but not 10.0.0.0/8', 'but not 169.254.169.254']]);
});

describe('as SVG', () => {
  test('it is the same bytes, in whatever order the objects come', async () => {
    expect(await svgOf(drawn([...SHOP].reverse()))).toBe(await svgOf(drawn(SHOP)));
    // Graphviz is large: jest reads it for half a minute the first time.
  });

  test('it says what it is, and what is not encrypted is dashed and labelled', async () => {
    const svg = await svgOf(drawn(SHOP));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-labelledby="bulwark-title bulwark-desc"/);
    expect(svg).toContain('<title id="bulwark-title">Who can reach whom</title>\n<desc id="bulwark-desc">3 workloads in 2 groups');
    expect(svg).toMatch(/<title>bank\/ledger\[Deployment\] =&#62; shop\/cart\[Deployment\]\nAll Connections \[plain text\]<\/title>\n<path [^>]*stroke-dasharray/);
    expect(svg).toContain('>All Connections [plain text]</text>');
    expect(svg.slice(svg.indexOf('<g id="legend">'))).toMatch(/>encrypted<[^]*stroke-dasharray="5,2"[^]*>plain text<[^]*>encryption not known</);
  });

  test('it needs nothing else, and no name gets into its markup', async () => {
    const evil = '<script>alert(1)</script>"\\N]]>&';
    const svg = await svgOf(drawn([namespace('shop', { 'cdk8s-bulwark/tenant': evil }), workload(evil), workload('cart')]));
    expect([...new Set([...svg.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag))].sort()).toEqual(
      ['desc', 'ellipse', 'g', 'line', 'path', 'polygon', 'rect', 'svg', 'text', 'title']);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|<!|url\(|@import/);
    expect(svg).toContain('>&lt;script&gt;alert(1)&lt;/script&gt;&quot;\\N]]&gt;&amp;</text>');
  });
});
