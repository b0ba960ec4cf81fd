import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** The `spec` of a Telemetry that is about access logs. Without a selector it is for all proxies of its namespace. */
export interface TelemetrySpec {
  readonly accessLogging: readonly {
    /** Where they go: names of `extensionProviders` of the mesh. */
    readonly providers: readonly { readonly name: string }[];

    /** CEL on the attributes of Envoy: what it does not hold for is not logged. */
    readonly filter?: { readonly expression: string };
  }[];
}

/** What proxies of Istio report: `Telemetry` of `telemetry.istio.io/v1`. No two without a selector may be in one namespace. */
export class Telemetry extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: TelemetrySpec) {
    super(scope, id, { apiVersion: 'telemetry.istio.io/v1', kind: 'Telemetry', metadata: { name }, spec });
  }
}
