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

test.each(LAYERS.filter(layer => layer !== 'mesh'))('2,000 workloads in 100 namespaces take less than 5 seconds: %s', layer => {
  const manifests = manifestsOf(objects);
  // Of the processor, for other tests run beside this one.
  const start = process.cpuUsage();
  const { edges } = connectionsOf(manifests, layer);
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  console.log(`${layer}: ${edges.length} edges of 2,000 workloads in ${took.toFixed(0)} ms`);
  expect(edges).toHaveLength(2000);
  expect(took).toBeLessThan(5000);
});
