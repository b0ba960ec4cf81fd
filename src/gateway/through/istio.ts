import { Routing } from './routing';
import { IstioGateway, IstioServer, VirtualService } from '../../crds/istio-networking';
import { certificateOf, secretOf } from '../certificates';
import { Exposure, hostsOf, nameOf } from '../exposure';
import { GatewayFacts } from '../gateway-facts';
import { hostAsName } from '../host';
import { istioInstalled } from '../implementation/istio';
import { patternsOf, ROOT } from '../path';

/**
 * Istio's own Gateway, for pods that somebody has installed. They read certificates and policies in their own namespace alone, so what needs these is an error
 * where that is another one.
 */
export const istioRouting: Routing = {
  makeGateway: gateway => {
    const { construct, name, props: { pods } } = gateway;
    new IstioGateway(construct, 'Resource', name, () => ({ selector: { ...pods!.labels }, servers: servers(gateway) }));
  },
  makeRoute: (gateway, { host, ...exposure }) => {
    const { construct, name } = gateway;
    const id = `Route-${hostAsName(host)}`;
    const object = construct.node.tryFindChild(id) ?? new VirtualService(construct, id, `${name}-${hostAsName(host)}`, () => ({
      hosts: [host],
      gateways: [name],
      http: gateway.exposures.filter(each => each.host === host).flatMap(routes).sort(deepestFirst).map(({ path: _, ...route }) => route),
    }));
    return { object: object as VirtualService, name: nameOf({ host, ...exposure }) };
  },
  cannot: (gateway, { host }) => {
    const { props: { pods }, tenant: { namespace } } = gateway;
    return pods!.namespace !== namespace && certificateOf(gateway, host)?._facts.issuer !== undefined
      ? `its certificate is made in the namespace ${namespace}, and the pods of its gateway read those in ${pods!.namespace}: name one there with ServerCertificate.fromSecret, or use Through.GATEWAY_API` : undefined;
  },
  implementationOf: () => istioInstalled,
};

function servers(gateway: GatewayFacts): IstioServer[] {
  const hosts = hostsOf(gateway.exposures);
  return [
    { name: 'http', port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: hosts.map(own), tls: { httpsRedirect: true } },
    ...hosts.map((host): IstioServer => ({
      name: `https-${hostAsName(host)}`,
      port: { number: 443, name: `https-${hostAsName(host)}`, protocol: 'HTTPS' },
      hosts: [own(host)],
      tls: { mode: 'SIMPLE', credentialName: secretOf(gateway, host), minProtocolVersion: 'TLSV1_2' },
    })),
  ];
}

/** Of routes in the namespace of the Gateway alone. */
function own(host: string): string {
  return `./${host}`;
}

function routes(exposure: Exposure) {
  const { service, servicePort, paths, tenant: { namespace } } = exposure;
  const route = [{ destination: { host: `${service}.${namespace}.svc.cluster.local`, port: { number: servicePort } } }];
  return paths.map(path => ({
    path,
    name: nameOf(exposure),
    ...path === ROOT ? {} : { match: patternsOf(path).map(pattern => ({ uri: pattern.endsWith('*') ? { prefix: pattern.slice(0, -1) } : { exact: pattern } })) },
    route,
  }));
}

/** Istio takes the first that fits. */
function deepestFirst(a: { readonly path: string }, b: { readonly path: string }): number {
  return b.path.length - a.path.length || (a.path < b.path ? -1 : 1);
}
