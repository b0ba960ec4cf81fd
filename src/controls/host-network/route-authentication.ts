import { authenticatesInIstio, Request } from './istio-authentication';
import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl, Judgement, Outcome } from '../inventory-control';

const GROUP = 'gateway.networking.k8s.io';

/** What of Envoy Gateway asks who somebody is. A token that may be missing asks nobody. */
const ENVOY_GATEWAY = ['basicAuth', 'oidc', 'apiKeyAuth', 'extAuth'];

/** Names of annotations by which controllers of Ingresses are told to ask: `nginx.ingress.kubernetes.io/auth-url`, `alb.ingress.kubernetes.io/auth-type`. */
const INGRESS = /^[^/]+\/auth-(url|type|tls-secret|signin|secret|proxy|realm)$/;

/** Those who lead requests somewhere, each with what is said of who may send them. */
const JUDGES: { readonly [groupKind: string]: (manifest: Manifest, inventory: Inventory) => Judgement } = {
  [`${GROUP}/HTTPRoute`]: judgeRoute,
  [`${GROUP}/GRPCRoute`]: judgeRoute,
  'networking.istio.io/VirtualService': judgeVirtualService,
  'networking.k8s.io/Ingress': ({ object: { metadata: { annotations = {} } = {} } }: Manifest) => ({ outcome: asks(annotations) ? Outcome.PASSED : Outcome.FAILED }),
};

/** Everybody on the Internet is let in, unless something asks for a token, a certificate or a login first. */
export const routeAuthentication = new InventoryControl({
  id: 'route-authentication',
  title: 'Routes from outside ask who sends requests',
  recommendation: '4.2',
  severity: Severity.MEDIUM,
  kinds: Object.keys(JUDGES),
  field: 'spec',
  judge: (manifest, inventory) => JUDGES[manifest.groupKind](manifest, inventory),
  message: 'anybody may send requests by it: its gateway asks for no token, certificate or login',
  remediation: 'let the gateway authenticate (expose with authentication, a RequestAuthentication and an AuthorizationPolicy of Istio, a SecurityPolicy of Envoy Gateway), or acknowledge that it is public',
  references: [],
});

function asks(annotations: JsonObject): boolean {
  return Object.entries(annotations).some(([name, value]) => INGRESS.test(name) && !['', 'none'].includes(String(value))
    || name === 'traefik.ingress.kubernetes.io/router.middlewares' && /auth/.test(String(value)));
}

function judgeRoute(route: Manifest, inventory: Inventory): Judgement {
  const { parentRefs = [], rules = [], hostnames = ['*'] }: JsonObject = route.object.spec ?? {};
  const gateways = parentRefs.filter(({ group = GROUP, kind = 'Gateway' }: JsonObject) => group === GROUP && kind === 'Gateway');
  if (gateways.length === 0 || rules.every(({ backendRefs = [] }: JsonObject) => backendRefs.length === 0)) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const paths = rules.flatMap(({ matches = [{}] }: JsonObject) => matches.map(({ path, method }: JsonObject) =>
    path?.value ?? (method?.service === undefined ? '/' : `/${method.service}`)));
  return judged(gateways.map(({ name, namespace = route.namespace }: JsonObject) => {
    const gateway = inventory.find(`${GROUP}/Gateway`, namespace, name);
    return {
      known: gateway !== undefined,
      asks: authenticatesInEnvoyGateway(route, namespace, name, inventory)
        || authenticatesInIstio({ namespace, gateway: name, labels: {} }, { hosts: hostnames, paths }, inventory),
    };
  }), inventory);
}

function judgeVirtualService({ namespace, object: { spec = {} } }: Manifest, inventory: Inventory): Judgement {
  const gateways: readonly string[] = (spec.gateways ?? []).filter((gateway: string) => gateway !== 'mesh');
  if (gateways.length === 0 || (spec.http ?? []).every(({ route = [] }: JsonObject) => route.length === 0)) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const paths = spec.http.flatMap(({ match = [{}] }: JsonObject) => match.map(({ uri }: JsonObject) => uri?.prefix ?? uri?.exact ?? '/'));
  const request: Request = { hosts: spec.hosts ?? ['*'], paths };
  return judged(gateways.map(reference => {
    const [name, own = namespace] = reference.split('/').reverse();
    const gateway = inventory.find('networking.istio.io/Gateway', own, name);
    const labels = gateway?.object.spec?.selector ?? {};
    return { known: gateway !== undefined, asks: authenticatesInIstio({ namespace: own, labels }, request, inventory) };
  }), inventory);
}

/** Policies stand beside their gateway: where that is not in the input, they need not be either. */
function judged(gateways: readonly { readonly known: boolean; readonly asks: boolean }[], inventory: Inventory): Judgement {
  const open = gateways.filter(gateway => !gateway.asks);
  const decided = inventory.complete || open.some(({ known }) => known);
  return { outcome: open.length === 0 ? Outcome.PASSED : decided ? Outcome.FAILED : Outcome.UNDETERMINED };
}

function authenticatesInEnvoyGateway(route: Manifest, namespace: string, name: string, inventory: Inventory): boolean {
  const targets = (of: string, kind: string, target: string) => inventory.ofKind('gateway.envoyproxy.io/SecurityPolicy', of)
    .filter(({ object: { spec = {} } }) => [...spec.targetRefs ?? [], ...spec.targetRef === undefined ? [] : [spec.targetRef]]
      .some((reference: JsonObject) => reference.kind === kind && reference.name === target));
  return [...targets(route.namespace, route.object.kind, route.name), ...targets(namespace, 'Gateway', name)]
    .some(({ object: { spec } }) => ENVOY_GATEWAY.some(way => spec[way] !== undefined) || spec.jwt !== undefined && spec.jwt.optional !== true);
}
