/** Which requests and connections are logged. */
export enum AccessLogs {
  /** Every one: who did what can be told afterwards (part 7.3). */
  ALL = 'all',

  /** Requests that fail, and every connection that is not HTTP. */
  FAILED = 'failed',
}

/** How the traffic of a tenant is shown. */
export interface NetworkMonitoringProps {
  /**
   * What is logged by the proxies of Istio.
   *
   * @default AccessLogs.ALL
   */
  readonly accessLogs?: AccessLogs;

  /**
   * Where Istio sends its logs: the name of one of the `extensionProviders` of its MeshConfig. `envoy` is there always, and is the output of the proxy.
   *
   * @default 'envoy'
   */
  readonly provider?: string;

  /**
   * Labels of the PrometheusRule, by which a Prometheus chooses its rules (`ruleSelector`), such as `release: kube-prometheus-stack`.
   *
   * @default - none besides those of the tenant
   */
  readonly labels?: { [label: string]: string };

  /**
   * How many flows between the same two within five minutes may be denied without an alert.
   *
   * @default 0 - each is one that nobody declared
   */
  readonly toleratedDenials?: number;

  /**
   * Where it is written what to do (`runbook_url`). What to do first is in the alerts themselves.
   *
   * @default - none
   */
  readonly runbookUrl?: string;
}
