import { App, Chart, Testing } from 'cdk8s';
import { Deployment, Environment, MeshKind, Mode, Platform, PlatformProps, Quota, Sensitivity, Tenant, Verifier } from '../../src';

/** An app that nobody verifies: these tests are about its network. */
export function newApp(): App {
  const app = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  return app;
}

export function newTenant(app: App, id: string, mesh: MeshKind, props: PlatformProps = {}, owner = 'team-a'): Tenant {
  return new Tenant(app, id, {
    platform: Platform.generic({ mesh, meshCniPlugin: true, ...props }),
    owner,
    environment: Environment.PROD,
    sensitivity: Sensitivity.INTERNAL,
    quota: Quota.computed({ nodes: 3 }),
  });
}

/** Every manifest of an app. */
export function manifestsOf(app: App): any[] {
  return app.node.children.filter((child): child is Chart => Chart.isChart(child)).flatMap(chart => Testing.synth(chart));
}

export const SUPPORTED_MESHES = [MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD, MeshKind.CILIUM, MeshKind.NONE];

export const container = (portNumber?: number) => ({ image: 'image', portNumber });

/** `web` serves 8080, `cart` 7070. */
export function shop(mesh = MeshKind.NONE, props = {}) {
  const app = newApp();
  const tenant = newTenant(app, 'shop', mesh, props);
  const web = new Deployment(tenant, 'web', { containers: [container(8080)] });
  const cart = new Deployment(tenant, 'cart', { containers: [container(7070)] });
  return { app, tenant, web, cart };
}

/** Two workloads, each in a tenant of its own. */
export function twoTenants(mesh = MeshKind.NONE, otherMesh = mesh) {
  const { app, web } = shop(mesh);
  return { app, web, ledger: new Deployment(newTenant(app, 'bank', otherMesh), 'ledger', { containers: [container(9090)] }) };
}
