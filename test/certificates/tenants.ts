import { App, Testing } from 'cdk8s';
import { Environment, Platform, PlatformProps, Quota, Sensitivity, Tenant } from '../../src';

/** A tenant of an app that is verified when it is synthesized. */
export function tenant(props: PlatformProps = {}, platform = Platform.generic): { readonly app: App; readonly shop: Tenant } {
  const app = Testing.app();
  const shop = new Tenant(app, 'shop', {
    platform: platform(props), owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL, quota: Quota.computed({ nodes: 3 }),
  });
  return { app, shop };
}

/** The only object of a kind and a name that a tenant makes. */
export function named(shop: Tenant, kind: string, name: string): any {
  const found = Testing.synth(shop).filter(object => object.kind === kind && object.metadata.name === name);
  expect(found).toHaveLength(1);
  return found[0];
}
