import { Exposure } from '../exposure';
import { GatewayFacts } from '../gateway-facts';
import { Implementation, Route } from '../implementation/implementation';

/** Kinds of objects by which requests are led to workloads. */
export interface Routing {
  /** Makes what takes requests. */
  readonly makeGateway: (gateway: GatewayFacts, implementation: Implementation | undefined) => void;

  /** Makes what leads them to an exposure. */
  readonly makeRoute: (gateway: GatewayFacts, exposure: Exposure) => Route;

  /** What keeps it from leading requests to an exposure, or nothing. */
  readonly cannot?: (gateway: GatewayFacts, exposure: Exposure) => string | undefined;

  /** Who makes the gateways of a class, where that is known. */
  readonly implementationOf: (className: string) => Implementation | undefined;
}
