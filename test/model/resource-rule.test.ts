import { resourceRules } from '../../src/model/resource-rule';

test('kinds become the resources of their groups, in every version; a pod is also written through its subresources', () => {
  expect(resourceRules(['Pod', 'Service', 'apps/Deployment', 'networking.k8s.io/NetworkPolicy', 'networking.k8s.io/Ingress', 'storage.k8s.io/StorageClass', 'apps/Deployment'])).toEqual([
    { apiGroups: [''], apiVersions: ['*'], resources: ['pods', 'pods/ephemeralcontainers', 'pods/resize', 'services'] },
    { apiGroups: ['apps'], apiVersions: ['*'], resources: ['deployments'] },
    { apiGroups: ['networking.k8s.io'], apiVersions: ['*'], resources: ['networkpolicies', 'ingresses'] },
    { apiGroups: ['storage.k8s.io'], apiVersions: ['*'], resources: ['storageclasses'] },
  ]);
});
