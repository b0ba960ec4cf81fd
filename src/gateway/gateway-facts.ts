import { Construct } from 'constructs';
import { Exposure } from './exposure';
import { GatewayProps } from './gateway-props';
import { TenantFacts } from '../tenancy/tenant-facts';

/** A Gateway as those see it who make its objects. What may change later is asked anew each time. */
export interface GatewayFacts {
  readonly construct: Construct;

  /** The name of its objects. */
  readonly name: string;
  readonly className: string;
  readonly tenant: TenantFacts;
  readonly props: GatewayProps;

  /** What is reached by it, in the order of hosts and paths. */
  readonly exposures: readonly Exposure[];
}
