import { App, ApiObject } from 'cdk8s';
import { Client, Manifest } from './client';
import { Environment, Mode, Platform, Sensitivity, Tenant, TenantProps, Verifier } from '../../src';

/** An app with one tenant, and what stands in it. */
export function tenantWith(name: string, props: Partial<TenantProps>, fill: (tenant: Tenant) => void = () => {}): Manifest[] {
  const app = new App();
  Verifier.of(app, { mode: Mode.OFF });
  const tenant = new Tenant(app, name, {
    platform: Platform.generic({ kubernetes: '1.34' }), owner: 'team-test', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL, ...props,
  });
  fill(tenant);
  return app.node.findAll().filter(ApiObject.isApiObject).map(object => (object as ApiObject).toJson());
}

/** Applies the objects of a tenant, its namespace first. */
export async function applyAll(client: Client, objects: readonly Manifest[]): Promise<void> {
  for (const object of [...objects.filter(({ kind }) => kind === 'Namespace'), ...objects.filter(({ kind }) => kind !== 'Namespace')]) {
    await client.apply(object);
  }
}
