import { connectionsOf } from '../../src/connectivity/connections';
import { Layer } from '../../src/connectivity/layer';
import { textEdge } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';

/** Objects as manifests of one file. */
export const manifestsOf = (objects: readonly object[], judged = true) =>
  new Source('app.json', objects.map(object => JSON.stringify(object)).join('\n---\n'), judged).manifests;

/** What is let through, a line an edge, in order. */
export function linesOf(objects: readonly object[], layer: Layer = 'effective'): string[] {
  const { edges, errors } = connectionsOf(manifestsOf(objects), layer);
  expect(errors).toEqual([]);
  return edges.map(textEdge).sort();
}

/** The same, between workloads alone. */
export const linesInside = (objects: readonly object[], layer?: Layer) => linesOf(objects, layer).filter(line => !line.includes('[External]'));

export const namespace = (name: string, labels: object = {}, annotations: object = {}) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels, annotations } });
export const AMBIENT = namespace('shop', { 'istio.io/dataplane-mode': 'ambient' });
export const SIDECAR = namespace('shop', { 'istio-injection': 'enabled' });

/** A Deployment with a service account of its name, which listens on 8080, called http. */
export const workload = (name: string, where = 'shop', { labels = {}, annotations = {}, port = 8080, spec = {} } = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: where },
  spec: {
    template: {
      metadata: { labels: { app: name, ...labels }, annotations },
      spec: { serviceAccountName: name, containers: [{ name, ports: [{ name: 'http', containerPort: port }] }], ...spec },
    },
  },
});

const object = (apiVersion: string, kind: string) => (name: string, spec: object, where = 'shop') => ({ apiVersion, kind, metadata: { name, namespace: where }, spec });
export const networkPolicy = object('networking.k8s.io/v1', 'NetworkPolicy');
export const authorization = object('security.istio.io/v1', 'AuthorizationPolicy');
export const peerAuthentication = object('security.istio.io/v1', 'PeerAuthentication');
export const service = (name: string, ports: object[] = [{ name: 'http', port: 80, targetPort: 8080 }], type = 'ClusterIP', where = 'shop') =>
  ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: where }, spec: { type, selector: { app: name }, ports } });

/** Isolates every pod of a namespace. */
export const deny = (where = 'shop') => networkPolicy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, where);

/** Lets one workload reach another, on a port or on all, as both sides say. */
export const allow = (from: string, to: string, port?: number, where = 'shop') => {
  const ports = port === undefined ? {} : { ports: [{ port }] };
  const only = (app: string) => [{ podSelector: { matchLabels: { app } } }];
  return [
    networkPolicy(`${from}-to-${to}`, { podSelector: { matchLabels: { app: from } }, policyTypes: ['Egress'], egress: [{ to: only(to), ...ports }] }, where),
    networkPolicy(`${to}-from-${from}`, { podSelector: { matchLabels: { app: to } }, policyTypes: ['Ingress'], ingress: [{ from: only(from), ...ports }] }, where),
  ];
};
export const STRICT = peerAuthentication('default', { mtls: { mode: 'STRICT' } });
