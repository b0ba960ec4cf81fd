import { Exposure } from './exposure';
import { GatewayFacts } from './gateway-facts';
import { hostAsName } from './host';
import { ServerCertificate } from './server-certificate';
import { Certificate } from '../certificates/certificate';

/** What each host is known by: what its first exposure says that says something, or else its gateway. */
export function certificateOf({ exposures, props }: Pick<GatewayFacts, 'exposures' | 'props'>, host: string): ServerCertificate | undefined {
  return exposures.find(each => each.host === host && each.certificate !== undefined)?.certificate ?? props.certificate;
}

/** The Secret of a host's certificate. */
export function secretOf(gateway: GatewayFacts, host: string): string {
  return certificateOf(gateway, host)?._facts.secretName ?? `${gateway.name}-${idOf(host)}`;
}

/** Makes the certificate of a host, where cert-manager is to keep one. */
export function makeCertificate(gateway: GatewayFacts, host: string): void {
  const { issuer, duration, renewBefore } = certificateOf(gateway, host)?._facts ?? {};
  if (issuer !== undefined && gateway.construct.node.tryFindChild(idOf(host)) === undefined) {
    new Certificate(gateway.construct, idOf(host), { issuer, dnsNames: [host], secretName: secretOf(gateway, host), duration, renewBefore });
  }
}

/** Hosts that nothing is known by, or that exposures disagree about. */
export function certificateProblems(gateway: GatewayFacts): string[] {
  const { exposures, construct: { node: { path } } } = gateway;
  return [...new Map(exposures.map((exposure): [string, Exposure] => [exposure.host, exposure]))].flatMap(([host, exposure]) => {
    const given = new Set(exposures.filter(each => each.host === host && each.certificate !== undefined).map(({ certificate }) => certificate));
    return given.size > 1 ? [`${path}: ${host} is exposed with two certificates: give it one`]
      : certificateOf(gateway, host) !== undefined ? [] : [`${exposure.construct.node.path}: ${host} has no certificate: give expose or the Gateway one, such as `
        + "ServerCertificate.issuedBy(Issuer.clusterIssuer('letsencrypt'))"];
  });
}

function idOf(host: string): string {
  return `${hostAsName(host)}-tls`;
}
