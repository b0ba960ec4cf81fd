import { CERTIFICATE, JWT, newShop, synthesized } from './apps';
import { Gateway, GatewayProps, MeshKind, Through } from '../../src';
import { manifestOf } from '../../src/verify/manifests';
import { Verification } from '../../src/verify/verifier';

const CONTROLS = [
  'route-authentication', 'gateway-tls', 'gateway-allowed-routes', 'mesh-gateway-tls', 'mesh-gateway-tls-version', 'dangling-route', 'ingress-tls',
  'ingress-tls-host', 'dangling-network-policy', 'mesh-authorization-allows-all', 'network-policy-allow-all', 'certificate-key-rotation',
  'certificate-lifetime', 'certificate-renewal', 'quota-sufficient',
];
const OWN_PODS = { through: Through.ISTIO, pods: { namespace: 'shop', labels: { istio: 'ingress' }, serviceAccount: 'ingress' } };

/** What is found in an app with one route that asks who sends requests, and one that does not. */
function found(mesh: MeshKind, gatewayClass: string | undefined, props: GatewayProps): string[] {
  const { app, tenant, web, api } = newShop(mesh, { gatewayClass });
  new Gateway(tenant, 'edge', { certificate: CERTIFICATE, ...props });
  web.expose('shop.example.com', { authentication: props.through === Through.INGRESS ? undefined : JWT });
  api.expose('open.example.com', { paths: ['/api'] });
  const manifests = synthesized(app).manifests.map(object => manifestOf(object, {}, true));
  const { findings, errors } = new Verification({ controls: CONTROLS, complete: true }).verify(manifests, [], []);
  expect(errors).toEqual([]);
  return findings.map(({ control, object: { kind, name } }) => `${control} ${kind} ${name}`).sort();
}

test.each<[string, MeshKind, string | undefined, GatewayProps, string[]]>([
  ['Istio ambient', MeshKind.ISTIO_AMBIENT, undefined, {}, ['HTTPRoute api-open-example-com-api']],
  ['Istio with sidecars', MeshKind.ISTIO_SIDECAR, undefined, {}, ['HTTPRoute api-open-example-com-api']],
  ['Envoy Gateway', MeshKind.NONE, 'eg', {}, ['HTTPRoute api-open-example-com-api']],
  ['Istio that is installed', MeshKind.ISTIO_SIDECAR, undefined, OWN_PODS, ['VirtualService edge-open-example-com']],
  ['Ingress', MeshKind.NONE, undefined, { through: Through.INGRESS, className: 'nginx' }, ['Ingress api-open-example-com-api', 'Ingress web-shop-example-com']],
])('through %s nothing is found but the routes that ask nobody who he is', (_, mesh, gatewayClass, props, routes) => {
  expect(found(mesh, gatewayClass, props)).toEqual(routes.map(route => `route-authentication ${route}`));
});
