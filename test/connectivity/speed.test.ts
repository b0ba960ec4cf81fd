import { authorization, manifestsOf, namespace, networkPolicy, peerAuthentication, workload } from './manifests';
import { connectionsOf } from '../../src/connectivity/connections';
import { LAYERS } from '../../src/connectivity/layer';

const only = (index: number) => [{ podSelector: { matchLabels: { app: `web-${(index + 20) % 20}` } } }];

/** Each of 20 workloads in each of 100 namespaces may reach the next one, in Istio's ambient mode. */
const objects = Array.from({ length: 100 }, (_, index) => `tenant-${index}`).flatMap(where => [
  namespace(where, { 'istio.io/dataplane-mode': 'ambient' }),
  peerAuthentication('default', { mtls: { mode: 'STRICT' } }, where),
  authorization('allow-nothing', {}, where),
  networkPolicy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, where),
  ...Array.from({ length: 20 }, (_, index) => [
    workload(`web-${index}`, where),
    networkPolicy(`web-${index}`, {
      podSelector: { matchLabels: { app: `web-${index}` } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: only(index - 1), ports: [{ port: 15008 }] }],
      egress: [{ to: only(index + 1), ports: [{ port: 15008 }] }],
    }, where),
    authorization(`web-${index}`, {
      selector: { matchLabels: { app: `web-${index}` } },
      rules: [{ from: [{ source: { principals: [`cluster.local/ns/${where}/sa/web-${(index + 19) % 20}`] } }], to: [{ operation: { ports: ['8080'] } }] }],
    }, where),
  ]).flat(),
]);

/** The same in Cilium. */
const ofCilium = Array.from({ length: 100 }, (_, index) => `tenant-${index}`).flatMap(where => [
  namespace(where),
  networkPolicy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, where),
  ...Array.from({ length: 20 }, (_, index) => {
    const client = (by: number) => {
      const name = `web-${(index + by + 20) % 20}`;
      return [{ matchLabels: { 'k8s:app': name, 'k8s:io.cilium.k8s.policy.serviceaccount': name } }];
    };
    const rule = { authentication: { mode: 'required' }, toPorts: [{ ports: [{ port: '8080', protocol: 'TCP' }] }] };
    const spec = {
      endpointSelector: { matchLabels: { 'k8s:app': `web-${index}` } },
      ingress: [{ ...rule, fromEndpoints: client(-1) }],
      egress: [{ ...rule, toEndpoints: client(1) }],
    };
    return [workload(`web-${index}`, where), { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: `web-${index}`, namespace: where }, spec }];
  }).flat(),
]);

test.each([
  ...LAYERS.filter(layer => layer !== 'mesh').map(layer => [layer, 'Istio', objects] as const), ['effective', 'Cilium', ofCilium] as const,
])('2,000 workloads in 100 namespaces take less than 5 seconds: %s, %s', (layer, _, all) => {
  const manifests = manifestsOf(all);
  // Of the processor, for other tests run beside this one.
  const start = process.cpuUsage();
  const { edges } = connectionsOf(manifests, layer);
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  console.log(`${layer}: ${edges.length} edges of 2,000 workloads in ${took.toFixed(0)} ms`);
  expect(edges).toHaveLength(2000);
  expect(took).toBeLessThan(5000);
});
