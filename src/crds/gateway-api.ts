import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';

/** The group of the Gateway API, which references to its objects name. */
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

const API_VERSION = `${GATEWAY_GROUP}/v1`;

/** Of which namespaces a listener takes routes. */
export interface AllowedRoutes {
  readonly namespaces: {
    readonly from: 'Same' | 'Selector';
    readonly selector?: { readonly matchExpressions: readonly { readonly key: string; readonly operator: 'In'; readonly values: readonly string[] }[] };
  };
}

/** A port of a Gateway, and the host that it serves there. */
export interface GatewayListener {
  readonly name: string;
  readonly port: number;
  readonly protocol: 'HTTP' | 'HTTPS' | 'HBONE';

  /** A name, or `*.` and a name. Every host where it is left out. */
  readonly hostname?: string;
  readonly tls?: {
    readonly mode: 'Terminate';
    readonly certificateRefs: readonly { readonly name: string }[];
  };
  readonly allowedRoutes: AllowedRoutes;
}

/** What the implementation gives the objects that it makes for a Gateway. At most 8 labels. */
export interface GatewayInfrastructure {
  readonly labels?: { readonly [label: string]: string };
  readonly parametersRef?: { readonly group: string; readonly kind: string; readonly name: string };
}

/** The `spec` of a Gateway. */
export interface GatewaySpec {
  readonly gatewayClassName: string;
  readonly infrastructure?: GatewayInfrastructure;
  readonly listeners: readonly GatewayListener[];
}

/** The listener that a route belongs to. */
export interface ParentReference {
  readonly name: string;
  readonly namespace?: string;
  readonly sectionName: string;
}

/** The `spec` of an HTTPRoute. */
export interface HttpRouteSpec {
  readonly parentRefs: readonly ParentReference[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly {
    readonly matches?: readonly { readonly path: { readonly type: 'PathPrefix'; readonly value: string } }[];
    readonly filters?: readonly {
      readonly type: 'RequestRedirect';
      readonly requestRedirect: { readonly scheme: 'https'; readonly statusCode: 301 };
    }[];
    readonly backendRefs?: readonly BackendReference[];
  }[];
}

/** The `spec` of a GRPCRoute. */
export interface GrpcRouteSpec {
  readonly parentRefs: readonly ParentReference[];
  readonly hostnames?: readonly string[];
  readonly rules: readonly {
    readonly matches?: readonly { readonly method: { readonly service: string } }[];
    readonly backendRefs: readonly BackendReference[];
  }[];
}

/** A port of a Service in the namespace of its route. */
export interface BackendReference {
  readonly name: string;
  readonly port: number;
}

/** What takes requests from outside: `Gateway` of `gateway.networking.k8s.io/v1`. */
export class GatewayObject extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => GatewaySpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'Gateway', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** Where requests of HTTP go: `HTTPRoute` of `gateway.networking.k8s.io/v1`. */
export class HttpRoute extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => HttpRouteSpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'HTTPRoute', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** Where calls of gRPC go: `GRPCRoute` of `gateway.networking.k8s.io/v1`. */
export class GrpcRoute extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => GrpcRouteSpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'GRPCRoute', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}
