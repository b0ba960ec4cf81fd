/** The objects by which requests from outside find their way to a workload. */
export enum Through {
  /** `Gateway`, `HTTPRoute` and `GRPCRoute` of the Gateway API. */
  GATEWAY_API = 'gateway-api',

  /** `Gateway` and `VirtualService` of Istio, for gateways that somebody has installed. */
  ISTIO = 'istio',

  /** `Ingress`. It authenticates nobody by itself, and what it leaves open each controller does in its own way: prefer the others. */
  INGRESS = 'ingress',
}
