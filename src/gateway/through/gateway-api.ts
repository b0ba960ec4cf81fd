import { Routing } from './routing';
import { AllowedRoutes, BackendReference, GatewayListener, GatewayObject, GrpcRoute, HttpRoute, ParentReference } from '../../crds/gateway-api';
import { secretOf } from '../certificates';
import { Exposure, hostsOf, nameOf } from '../exposure';
import { GatewayFacts } from '../gateway-facts';
import { hostAsName } from '../host';
import { ciliumGateway } from '../implementation/cilium';
import { envoyGateway } from '../implementation/envoy-gateway';
import { Implementation } from '../implementation/implementation';
import { istio } from '../implementation/istio';
import { ROOT } from '../path';

const PLAIN_LISTENER = 'http';

/** Classes whose name says who makes their gateways. */
const BY_CLASS: { readonly [className: string]: Implementation } = { istio, eg: envoyGateway, cilium: ciliumGateway };

/** The Gateway API: a listener for each host, with its certificate, and one on port 80 that sends everybody to HTTPS. */
export const gatewayApi: Routing = {
  makeGateway: (gateway, implementation) => {
    const { construct, name, className } = gateway;
    const infrastructure = implementation?.infrastructure?.(gateway);
    new GatewayObject(construct, 'Resource', name, () => ({ gatewayClassName: className, infrastructure, listeners: listeners(gateway) }));
    new HttpRoute(construct, 'Redirect', `${name}-redirect`, () => ({
      parentRefs: [{ name, sectionName: PLAIN_LISTENER }],
      rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
    }));
  },
  makeRoute: (gateway, exposure) => {
    const { construct, host, paths, grpc, service, servicePort } = exposure;
    const parentRefs = [parent(gateway, exposure)];
    const backendRefs: BackendReference[] = [{ name: service, port: servicePort }];
    const name = nameOf(exposure);
    const object = grpc
      ? new GrpcRoute(construct, `Route-${name}`, name, () => ({
        parentRefs,
        hostnames: [host],
        rules: [{ ...paths.includes(ROOT) ? {} : { matches: paths.map(path => ({ method: { service: path.slice(1) } })) }, backendRefs }],
      }))
      : new HttpRoute(construct, `Route-${name}`, name, () => ({
        parentRefs, hostnames: [host], rules: [{ matches: paths.map(value => ({ path: { type: 'PathPrefix', value } })), backendRefs }],
      }));
    return { object, name: `${exposure.tenant.namespace}.${name}.0` };
  },
  implementationOf: className => Object.hasOwn(BY_CLASS, className) ? BY_CLASS[className] : undefined,
};

function listeners(gateway: GatewayFacts): GatewayListener[] {
  return [
    { name: PLAIN_LISTENER, port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
    ...hostsOf(gateway.exposures).map((hostname): GatewayListener => ({
      name: listenerOf(hostname),
      port: 443,
      protocol: 'HTTPS',
      hostname,
      tls: { mode: 'Terminate', certificateRefs: [{ name: secretOf(gateway, hostname) }] },
      allowedRoutes: allowedRoutes(gateway, hostname),
    })),
  ];
}

/** Only those who expose the host put routes on it: another tenant could else take its requests. */
function allowedRoutes({ exposures, tenant }: GatewayFacts, host: string): AllowedRoutes {
  const namespaces = [...new Set(exposures.filter(each => each.host === host).map(each => each.tenant.namespace))].sort();
  return namespaces.every(namespace => namespace === tenant.namespace) ? { namespaces: { from: 'Same' } }
    : { namespaces: { from: 'Selector', selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: namespaces }] } } };
}

function parent({ name, tenant }: GatewayFacts, exposure: Exposure): ParentReference {
  return {
    name,
    ...tenant.namespace === exposure.tenant.namespace ? {} : { namespace: tenant.namespace },
    sectionName: listenerOf(exposure.host),
  };
}

function listenerOf(host: string): string {
  return `https-${hostAsName(host)}`;
}
