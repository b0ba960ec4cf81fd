import * as kplus from 'cdk8s-plus-28';
import { Authentication, Deployment, Environment, Issuer, ServerCertificate } from 'cdk8s-bulwark';

/** Who knows the people that may enter, and how they log in. Names and addresses are examples. */
const LOGIN = { issuer: 'https://login.example.com', jwksUri: 'https://login.example.com/keys', clientId: 'online-boutique', provider: 'oauth2-proxy' };
const ISSUER = Issuer.clusterIssuer('letsencrypt');
const HOST: { readonly [environment: string]: string } = {
  [Environment.STAGING.name]: 'staging.boutique.example.com',
  [Environment.PROD.name]: 'boutique.example.com',
};

/** Lets people in from outside of the cluster: through the gateway, over HTTPS, once they have logged in. */
export function openToPeople(frontend: Deployment, service: kplus.Service, environment: Environment): void {
  frontend.expose(HOST[environment.name], {
    service,
    certificate: ServerCertificate.issuedBy(ISSUER),
    authentication: Authentication.oidc(LOGIN),
    rateLimit: { requests: 100 },
  });
}
