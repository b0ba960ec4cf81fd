/** Narrows what a workload is allowed. */
export interface AllowOptions {
  /**
   * Ports of the containers that are reached, not of a Service: policies see traffic after the Service is resolved.
   *
   * @default - every port that the containers of the workload that is reached serve, also those that are added later
   */
  readonly ports?: number[];
}
