/** Narrows what is allowed. */
export interface AllowOptions {
  /**
   * Ports of the containers that are reached, not of a Service: policies see traffic after the Service is resolved.
   *
   * @default - every port that the containers of the workload that is reached serve, also those that are added later; addresses and names outside of
   * the cluster say whether they have one of their own
   */
  readonly ports?: number[];

  /**
   * Methods of HTTP, such as `GET`. Istio enforces them: in sidecars, or in ambient mode in a waypoint of the tenant, which requests to a Service of the workload
   * go through. So do Cilium, and Linkerd, as far as its routes can name them. Without a mesh synthesis throws.
   *
   * @default - every method, and every protocol
   */
  readonly methods?: string[];

  /**
   * Paths of HTTP, without the query: `/exact`, `/prefix/*` or `*suffix`. They are enforced as methods are; without a mesh synthesis throws. In Linkerd
   * two patterns for a port must be the same, or have no path in common.
   *
   * @default - every path, and every protocol
   */
  readonly paths?: string[];
}
