import { Implementation } from './implementation';
import { authorizeInIstio } from './istio-authorization';
import { limitInIstio } from './istio-limit';
import { istioInfrastructure, istioPods } from './istio-pods';
import { AuthenticationFacts } from '../authentication';
import { GatewayFacts } from '../gateway-facts';

/** Istio: it makes the pods of a Gateway beside it, and its own policies say who gets through. It speaks TLS 1.2 at least, without being told. */
export const istio: Implementation = {
  name: 'Istio',
  pods: istioPods,
  infrastructure: istioInfrastructure,
  cannot: (_, { authentication }) => withoutLogin(authentication),
  authorize: authorizeInIstio,
  limit: limitInIstio,
};

/** Istio with pods that somebody has installed. Its policies hold in their own namespace, so those of a tenant do not hold for pods elsewhere. */
export const istioInstalled: Implementation = {
  name: 'Istio',
  cannot: (gateway, { authentication, limit }) => inOwnNamespace(gateway) || authentication === undefined && limit === undefined
    ? withoutLogin(authentication)
    : `policies hold for pods of their own namespace, and those of its gateway are in ${gateway.props.pods?.namespace}: use Through.GATEWAY_API`,
  authorize: (gateway, exposure) => {
    if (inOwnNamespace(gateway)) {
      authorizeInIstio(gateway, exposure);
    }
  },
  limit: limitInIstio,
};

function withoutLogin(authentication: AuthenticationFacts | undefined): string | undefined {
  return authentication?.login === true && authentication.provider === undefined
    ? 'Istio sends nobody to log in by itself: name the provider of its MeshConfig that does, such as one for oauth2-proxy, or use Authentication.jwt' : undefined;
}

function inOwnNamespace({ props: { pods }, tenant: { namespace } }: GatewayFacts): boolean {
  return pods?.namespace === namespace;
}
