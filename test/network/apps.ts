import { App, Chart, Testing } from 'cdk8s';
import { Environment, MeshKind, Mode, Platform, PlatformProps, Sensitivity, Tenant, Verifier } from '../../src';

/** An app that nobody verifies: these tests are about its network. */
export function newApp(): App {
  const app = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  return app;
}

export function newTenant(app: App, id: string, mesh: MeshKind, props: PlatformProps = {}): Tenant {
  return new Tenant(app, id, {
    platform: Platform.generic({ mesh, meshCniPlugin: true, ...props }),
    owner: 'team-a',
    environment: Environment.PROD,
    sensitivity: Sensitivity.INTERNAL,
  });
}

/** Every manifest of an app. */
export function manifestsOf(app: App): any[] {
  return app.node.children.filter((child): child is Chart => Chart.isChart(child)).flatMap(chart => Testing.synth(chart));
}

export const SUPPORTED_MESHES = [MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD, MeshKind.NONE];
