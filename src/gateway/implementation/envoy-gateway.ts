import { Implementation, Route } from './implementation';
import { BackendTrafficPolicy, EnvoyGatewayTarget, SecurityPolicy } from '../../crds/envoy-gateway';
import { GATEWAY_GROUP } from '../../crds/gateway-api';
import { AuthenticationFacts } from '../authentication';

const PROVIDER = 'issuer';
const UNITS: { readonly [seconds: number]: 'Second' | 'Minute' | 'Hour' } = { 1: 'Second', 60: 'Minute', 3600: 'Hour' };

/** Envoy Gateway: a SecurityPolicy and a BackendTrafficPolicy beside each route. It speaks TLS 1.2 at least, without being told; its pods are in no mesh. */
export const envoyGateway: Implementation = {
  name: 'Envoy Gateway',
  installed: ({ name, tenant: { namespace } }) => ({
    namespace: 'envoy-gateway-system',
    labels: { 'gateway.envoyproxy.io/owning-gateway-name': name, 'gateway.envoyproxy.io/owning-gateway-namespace': namespace },
  }),
  cannot: (_, { authentication }) => authentication?.login !== true ? undefined
    : authentication.clientSecret === undefined ? 'Envoy Gateway logs people in with a secret: name the Secret with clientSecret, in the namespace of the route'
      : authentication.claims !== undefined ? 'Envoy Gateway does not look at claims of people who log in: leave claims out, or use Authentication.jwt' : undefined,
  authorize: (_, { authentication, construct }, route) => {
    if (authentication !== undefined) {
      new SecurityPolicy(construct, `SecurityPolicy-${route.object.name}`, route.object.name, {
        targetRefs: [targetOf(route)], ...authentication.login ? loginOf(authentication) : tokenOf(authentication),
      });
    }
  },
  limit: (_, { limit, construct }, route) => {
    const { requests, seconds } = limit!;
    new BackendTrafficPolicy(construct, `BackendTrafficPolicy-${route.object.name}`, route.object.name, {
      targetRefs: [targetOf(route)], rateLimit: { local: { rules: [{ limit: { requests, unit: UNITS[seconds] } }] } },
    });
  },
};

function targetOf({ object: { kind, name } }: Route): EnvoyGatewayTarget {
  return { group: GATEWAY_GROUP, kind, name };
}

function loginOf({ issuer, audiences: [clientID], clientSecret }: AuthenticationFacts) {
  return { oidc: { provider: { issuer }, clientID, clientSecret: { name: clientSecret! } } };
}

function tokenOf({ issuer, audiences, jwksUri, claims }: AuthenticationFacts) {
  const jwt = { providers: [{ name: PROVIDER, issuer, audiences, remoteJWKS: { uri: jwksUri } }] };
  return claims === undefined ? { jwt } : {
    jwt,
    authorization: {
      defaultAction: 'Deny' as const,
      rules: eachForm(Object.entries(claims)).map(each => ({ action: 'Allow' as const, principal: { jwt: { provider: PROVIDER, claims: each } } })),
    },
  };
}

/** A claim is a text or a list of texts, which Envoy Gateway must be told: a rule for each way in which all of them may be written. */
function eachForm(claims: readonly (readonly [name: string, values: string[]])[]) {
  return claims.reduce<{ name: string; valueType: 'String' | 'StringArray'; values: string[] }[][]>((rules, [name, values]) => rules.flatMap(rule =>
    (['String', 'StringArray'] as const).map(valueType => [...rule, { name, valueType, values }])), [[]]);
}
