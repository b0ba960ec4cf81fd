import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Environment, Platform, PlatformProps, Sensitivity, Tenant, TenantProps } from '../../src';

/** A tenant of an app of its own, for tests that are about something else than its props. */
export function tenantIn(app: App, id = 'shop', props: Partial<TenantProps> = {}): Tenant {
  return new Tenant(app, id, {
    platform: Platform.generic(), owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.CONFIDENTIAL, ...props,
  });
}

export function tenant(props: Partial<TenantProps> = {}, platform: PlatformProps = {}): Tenant {
  return tenantIn(Testing.app(), 'shop', { platform: Platform.generic(platform), ...props });
}

/** The rendered objects of a chart, without verification. */
export function rendered(chart: Chart): any[] {
  return chart.node.findAll().filter(ApiObject.isApiObject).map(apiObject => (apiObject as ApiObject).toJson());
}

/** The rendered object of a kind, of which there must be one. */
export function only(chart: Chart, kind: string): any {
  const found = rendered(chart).filter(object => object.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}
