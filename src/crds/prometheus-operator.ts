import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** One alert, or rather as many as its expression has series. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;

  /** How long it must hold: a duration of Prometheus. */
  readonly for?: string;
  readonly labels: { readonly [label: string]: string };
  readonly annotations: { readonly [annotation: string]: string };
}

/** The `spec` of a PrometheusRule. */
export interface PrometheusRuleSpec {
  readonly groups: readonly { readonly name: string; readonly rules: readonly AlertRule[] }[];
}

/** Alerts: `PrometheusRule` of `monitoring.coreos.com/v1`. */
export class PrometheusRule extends ApiObject {
  /** @param labels by which a Prometheus chooses its rules */
  public constructor(scope: Construct, id: string, name: string, labels: { readonly [label: string]: string }, spec: PrometheusRuleSpec) {
    super(scope, id, { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name, labels }, spec });
  }
}
