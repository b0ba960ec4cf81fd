import { Limit } from '../exposure';
import { Implementation } from '../implementation/implementation';

/** A controller of Ingresses. */
export interface IngressClass extends Implementation {
  /** What each of its Ingresses says so that plain HTTP is only redirected, or not served. */
  readonly annotations: { readonly [annotation: string]: string };
}

const nobody = (name: string) => ({
  name,
  cannot: (_: unknown, { authentication }: { readonly authentication?: unknown }) => authentication === undefined ? undefined
    : 'an Ingress authenticates nobody: use Through.GATEWAY_API',
});

/** How ingress-nginx says how many requests a client may send. It knows no hours. */
const NGINX_LIMITS: { readonly [seconds: number]: string } = { 1: 'nginx.ingress.kubernetes.io/limit-rps', 60: 'nginx.ingress.kubernetes.io/limit-rpm' };

/** Controllers whose class has a name that is known. All of them speak TLS 1.2 at least, unless whoever installed them says otherwise. */
export const INGRESS_CLASSES: { readonly [className: string]: IngressClass } = {
  nginx: {
    ...nobody('ingress-nginx'),
    installed: () => (
      { namespace: 'ingress-nginx', labels: { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' } }),
    annotations: { 'nginx.ingress.kubernetes.io/force-ssl-redirect': 'true' },
    limit: (_, { limit }, { object }) => {
      const { requests, seconds } = limit as Limit;
      object.metadata.addAnnotation(NGINX_LIMITS[seconds] ?? NGINX_LIMITS[60], String(seconds in NGINX_LIMITS ? requests : Math.ceil(requests / 60)));
    },
  },
  traefik: {
    ...nobody('Traefik'),
    installed: () => ({ namespace: 'traefik', labels: { 'app.kubernetes.io/name': 'traefik' } }),
    annotations: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure', 'traefik.ingress.kubernetes.io/router.tls': 'true' },
  },
  gce: {
    ...nobody('GKE Ingress'),
    // Where Google's load balancers ask from.
    cidrs: ['130.211.0.0/22', '35.191.0.0/16'],
    annotations: {},
  },
};
