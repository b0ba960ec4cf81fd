import { accessRules, loginRules } from './istio-access';
import { GATEWAY_GROUP } from '../../crds/gateway-api';
import { IstioAuthorizationPolicy, IstioJwtRule, IstioSelector, IstioTarget, RequestAuthentication } from '../../crds/istio-security';
import { AuthenticationFacts } from '../authentication';
import { Exposure } from '../exposure';
import { GatewayFacts } from '../gateway-facts';

type Subject = { readonly targetRefs: readonly IstioTarget[] } | { readonly selector: IstioSelector };

/** What a policy is about: a Gateway of the Gateway API, or pods by label. */
export function subjectOf({ name, props: { pods } }: GatewayFacts): Subject {
  return pods === undefined ? { targetRefs: [{ group: GATEWAY_GROUP, kind: 'Gateway', name }] } : { selector: { matchLabels: { ...pods.labels } } };
}

/**
 * One AuthorizationPolicy lets in what is exposed, and nothing else; a RequestAuthentication says whose tokens are taken; and for each way to log in another
 * AuthorizationPolicy asks there first.
 */
export function authorizeInIstio(gateway: GatewayFacts, { authentication }: Exposure): void {
  const { construct, name } = gateway;
  const subject = subjectOf(gateway);
  const missing = (id: string) => construct.node.tryFindChild(id) === undefined;
  if (missing('AuthorizationPolicy')) {
    new IstioAuthorizationPolicy(construct, 'AuthorizationPolicy', name, () => ({ ...subject, action: 'ALLOW', rules: accessRules(gateway.exposures) }));
  }
  if (authentication !== undefined && missing('RequestAuthentication')) {
    new RequestAuthentication(construct, 'RequestAuthentication', name, () => ({ ...subject, jwtRules: jwtRules(gateway) }));
  }
  const { login = false, provider } = authentication ?? {};
  if (login && provider !== undefined && missing(`Login-${provider}`)) {
    new IstioAuthorizationPolicy(construct, `Login-${provider}`, `${name}-login-${provider.toLowerCase()}`, () => (
      { ...subject, action: 'CUSTOM', provider: { name: provider }, rules: loginRules(loggingIn(gateway, provider), gateway.exposures) }));
  }
}

function loggingIn({ exposures }: GatewayFacts, by: string): Exposure[] {
  return exposures.filter(({ authentication }) => authentication?.login === true && authentication.provider === by);
}

/** What exposures ask alike is asked once. */
function jwtRules({ exposures }: GatewayFacts): IstioJwtRule[] {
  const rules = exposures.flatMap(({ authentication }) => authentication === undefined ? [] : [ruleOf(authentication)]);
  return [...new Map(rules.map(rule => [JSON.stringify(rule), rule])).values()];
}

function ruleOf({ issuer, jwksUri, audiences, forwardToken = false }: AuthenticationFacts): IstioJwtRule {
  return { issuer, jwksUri, audiences, forwardOriginalToken: forwardToken };
}
