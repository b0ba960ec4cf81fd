import { App } from 'cdk8s';
import { Authentication, Deployment, Issuer, MeshKind, PlatformProps, ServerCertificate, Tenant } from '../../src';
import { container, manifestsOf, newApp, newTenant } from '../network/apps';

export const CERTIFICATE = ServerCertificate.issuedBy(Issuer.clusterIssuer('letsencrypt'));

export const SIGNED_IN = { issuer: 'https://id.example.com', jwksUri: 'https://id.example.com/keys', audiences: ['shop'] };

export const JWT = Authentication.jwt(SIGNED_IN);

/** A tenant `shop` with `web`, which serves 8080, and `api`, which serves 9090. */
export function newShop(mesh = MeshKind.ISTIO_AMBIENT, props: PlatformProps = {}, app: App = newApp()) {
  const tenant = newTenant(app, 'shop', mesh, props);
  return { app, tenant, web: newDeployment(tenant, 'web', 8080), api: newDeployment(tenant, 'api', 9090) };
}

export function newDeployment(tenant: Tenant, id: string, port?: number): Deployment {
  return new Deployment(tenant, id, { containers: [container(port)] });
}

/** What is synthesized: an object by its kind and name, and the kinds and names of an API group. */
export function synthesized(app: App) {
  const manifests = manifestsOf(app);
  return {
    manifests,
    find: (kind: string, name: string, group = '') => manifests.find(each => each.kind === kind && each.metadata.name === name && each.apiVersion.startsWith(group)),
    ofGroup: (group: string) => manifests.filter(({ apiVersion }) => apiVersion.startsWith(group)).map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort(),
  };
}

/** What is wrong with an app, as its synthesis says. */
export function problems(app: App): string[] {
  return app.node.findAll().flatMap(({ node }) => node.validate());
}
