import { Inherited } from '../app/inherited';
import { Environment } from '../model/environment';
import { Platform } from '../model/platform';
import { Sensitivity } from '../model/sensitivity';

/** What the constructs below a tenant need to know of it. */
export interface TenantFacts {
  /** The name, which labels carry. */
  readonly name: string;
  readonly owner: string;
  readonly namespace: string;
  readonly platform: Platform;
  readonly environment: Environment;
  readonly sensitivity: Sensitivity;

  /** What every object and pod template of the tenant carries. */
  readonly labels: { readonly [label: string]: string };
}

/** The tenant that a construct belongs to. */
export const TENANT = new Inherited<TenantFacts>('tenant');
