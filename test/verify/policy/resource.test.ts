import { Inventory } from '../../../src/inventory/inventory';
import { JsonObject } from '../../../src/inventory/manifest';
import { manifestOf } from '../../../src/verify/manifests';
import { resourceOf } from '../../../src/verify/policy/resource';

const inventory = (...objects: JsonObject[]) => new Inventory(objects.map(object => manifestOf(object, {}, false)), false);
const of = (apiVersion: string, kind: string, known = inventory()) => resourceOf(manifestOf({ apiVersion, kind, metadata: { name: 'a' } }, {}, true), known);

test.each([
  ['v1', 'Pod', 'pods', true],
  ['v1', 'Endpoints', 'endpoints', true],
  ['v1', 'Namespace', 'namespaces', false],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', true],
  ['networking.k8s.io/v1', 'Ingress', 'ingresses', true],
  ['networking.k8s.io/v1', 'IngressClass', 'ingressclasses', false],
  ['gateway.networking.k8s.io/v1', 'Gateway', 'gateways', true],
  ['storage.k8s.io/v1', 'CSIStorageCapacity', 'csistoragecapacities', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', false],
])('%s %s is a resource %s', (apiVersion, kind, resource, namespaced) => {
  expect(of(apiVersion, kind)).toMatchObject({ resource, namespaced });
});

test('a custom resource is called what its definition says', () => {
  const definition = (strategy?: string) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'mice.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Cluster',
      names: { kind: 'Mouse', plural: 'mice' },
      versions: [{ name: 'v1', served: true }, { name: 'v2', served: true }, { name: 'v0', served: false }],
      conversion: strategy && { strategy },
    },
  });
  expect(of('example.com/v1', 'Mouse', inventory(definition()))).toEqual({
    group: 'example.com', version: 'v1', resource: 'mice', namespaced: false, open: false, equivalents: { v2: 'same' },
  });
  expect(of('example.com/v1', 'Mouse', inventory(definition('Webhook'))).equivalents).toEqual({ v2: 'converted' });
  expect(of('example.com/v1', 'Mouse')).toMatchObject({ resource: 'mouses', namespaced: true, open: true });
});
