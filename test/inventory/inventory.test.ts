import * as fc from 'fast-check';
import { Inventory } from '../../src/inventory/inventory';
import { matchesLabels } from '../../src/inventory/label-selector';
import { JsonObject, Manifest } from '../../src/inventory/manifest';
import { podTemplateOf } from '../../src/model/pod-template';

function manifest(object: JsonObject): Manifest {
  const { apiVersion, kind, metadata } = object;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return {
    object,
    written: object,
    group,
    groupKind: group === '' ? kind : `${group}/${kind}`,
    apiVersion,
    kind,
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    pod: podTemplateOf(object),
    origin: {},
    judged: true,
  };
}

const deployment = (name: string, namespace: string | undefined, labels: { readonly [label: string]: string }) => manifest({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { template: { metadata: { labels }, spec: {} } },
});
const service = (name: string, namespace?: string) => manifest({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } });

const web = deployment('web', 'shop', { app: 'web', tier: 'front' });
const cart = deployment('cart', 'shop', { app: 'cart', tier: 'front' });
const other = deployment('web', 'blog', { app: 'web' });
const nowhere = deployment('web', undefined, { app: 'web' });
const shop = service('shop', 'shop');
const inventory = new Inventory([web, cart, other, nowhere, shop], false);

test('finds by kind, in one namespace or in all', () => {
  expect(inventory.ofKind('apps/Deployment')).toEqual([web, cart, other, nowhere]);
  expect(inventory.ofKind('apps/Deployment', 'shop')).toEqual([web, cart]);
  expect(inventory.ofKind('Deployment')).toEqual([]);
});

test('finds by name; an object without namespace is in none of the named ones', () => {
  expect(inventory.find('apps/Deployment', 'blog', 'web')).toBe(other);
  expect(inventory.find('apps/Deployment', '', 'web')).toBe(nowhere);
  expect(inventory.find('apps/Deployment', 'blog', 'cart')).toBeUndefined();
  expect(inventory.find('Service', 'shop', 'web')).toBeUndefined();
});

test('workloads are what makes pods', () => {
  expect(inventory.workloads('shop')).toEqual([web, cart]);
  expect(inventory.workloads('')).toEqual([nowhere]);
});

test('selects by pod labels, inside one namespace', () => {
  expect(inventory.selected('shop', { matchLabels: { tier: 'front' } })).toEqual([web, cart]);
  expect(inventory.selected('shop', { matchLabels: { tier: 'front', app: 'web' } })).toEqual([web]);
  expect(inventory.selected('shop', {})).toEqual([web, cart]);
  expect(inventory.selected('blog', { matchLabels: { tier: 'front' } })).toEqual([]);
  expect(inventory.selected('shop', { matchExpressions: [{ key: 'app', operator: 'In' }] })).toEqual([]);
});

test('selecting with the index is selecting one by one', () => {
  const key = fc.constantFrom('app', 'tier', 'constructor');
  const labels = fc.dictionary(key, fc.constantFrom('a', 'b'), { maxKeys: 3 });
  const namespace = fc.constantFrom('', 'shop', 'blog');
  const row = fc.tuple(namespace, labels);
  fc.assert(fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 6 }), (rows, selectors) => {
    const manifests = rows.map(([where, of], index) => deployment(`d${index}`, where, of));
    const indexed = new Inventory(manifests, true);
    for (const [where, matchLabels] of selectors) {
      expect(indexed.selected(where, { matchLabels })).toEqual(manifests.filter((candidate, index) =>
        candidate.namespace === where && matchesLabels({ matchLabels }, rows[index][1])));
    }
  }), { numRuns: 1000 });
});

/** How often labels of pods are read when each of `size` workloads is selected by its own label, all in one namespace and sharing another. */
function reads(size: number): number {
  let count = 0;
  const workload = (name: string): Manifest => {
    const metadata = { get labels() { return ++count && { app: name, part: 'shop' }; } };
    return { ...deployment(name, 'shop', {}), pod: { path: ['spec', 'template'], template: { metadata, spec: {} } } };
  };
  const names = Array.from({ length: size }, (_, index) => `d${index}`);
  const large = new Inventory(names.flatMap(name => [workload(name), service(name, 'shop')]), true);
  for (const name of names) {
    expect(large.selected('shop', { matchLabels: { part: 'shop', app: name } })).toHaveLength(1);
    expect(large.find('Service', 'shop', name)).toBeDefined();
  }
  return count;
}

test('workloads are not scanned for each selector: labels are read once for the index and once where they could match', () => {
  expect(reads(50)).toBe(2 * 50);
  expect(reads(1000)).toBe(2 * 1000);
});
