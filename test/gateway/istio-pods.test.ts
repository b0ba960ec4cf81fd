import { load } from 'js-yaml';
import { CERTIFICATE, newShop, synthesized } from './apps';
import { Gateway, MeshKind } from '../../src';

const hard = (app: ReturnType<typeof newShop>['app']) => synthesized(app).find('ResourceQuota', 'quota').spec.hard;

test.each([MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR])('in %s the quota has room for the pods of the gateway, with all replicas and one more, and its load balancer', mesh => {
  const without = hard(newShop(mesh).app);
  const { app, tenant, web } = newShop(mesh);
  new Gateway(tenant, 'gateway', { maxReplicas: 4, certificate: CERTIFICATE });
  web.expose('shop.example.com');
  const quota = hard(app);
  expect(without).toMatchObject({ 'services.loadbalancers': '0', 'services.nodeports': '0' });
  // Besides 80 and 443 the Service has a port for health.
  expect(quota).toMatchObject({ 'services.loadbalancers': '1', 'services.nodeports': '3' });
  expect(Number(quota.pods) - Number(without.pods)).toBe(6);
  expect(synthesized(app).find('LimitRange', 'limits').spec.limits[0].max.memory).toBe(mesh === MeshKind.ISTIO_SIDECAR ? '1Gi' : '512Mi');
});

test('Istio is told how to make pods that Pod Security restricted lets in', () => {
  const { app, web } = newShop();
  web.expose('shop.example.com', { certificate: CERTIFICATE });
  const { find } = synthesized(app);
  expect(find('Gateway', 'gateway').spec.infrastructure).toMatchObject({
    labels: { 'app.kubernetes.io/name': 'gateway', 'cdk8s-bulwark/tenant': 'shop' }, parametersRef: { group: '', kind: 'ConfigMap', name: 'gateway-parameters' },
  });
  expect(Object.keys(find('Gateway', 'gateway').spec.infrastructure.labels).length).toBeLessThanOrEqual(8);
  const parameters = Object.fromEntries(Object.entries(find('ConfigMap', 'gateway-parameters').data).map(([key, text]) => [key, load(text as string)]));
  expect(parameters).toMatchObject({
    deployment: { spec: { template: { spec: { automountServiceAccountToken: false, securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } } } },
    horizontalPodAutoscaler: { spec: { minReplicas: 2, maxReplicas: 5 } },
    podDisruptionBudget: { spec: { maxUnavailable: 1 } },
    serviceAccount: { automountServiceAccountToken: false },
  });
});
