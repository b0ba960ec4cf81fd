import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { IstioTarget } from './istio-security';

const API_VERSION = 'networking.istio.io/v1';

/** A port of an Istio Gateway, and the hosts that it serves there, as `namespace/host` or `host`. */
export interface IstioServer {
  readonly name: string;
  readonly port: { readonly number: number; readonly name: string; readonly protocol: 'HTTP' | 'HTTPS' };
  readonly hosts: readonly string[];
  readonly tls: {
    /** Plain HTTP is only redirected. */
    readonly httpsRedirect?: true;
    readonly mode?: 'SIMPLE';

    /** A Secret in the namespace of the gateway's pods. */
    readonly credentialName?: string;
    readonly minProtocolVersion?: 'TLSV1_2';
  };
}

/** The `spec` of an Istio Gateway: the pods that it configures, by label. */
export interface IstioGatewaySpec {
  readonly selector: { readonly [label: string]: string };
  readonly servers: readonly IstioServer[];
}

/** The `spec` of a VirtualService. */
export interface VirtualServiceSpec {
  readonly hosts: readonly string[];

  /** As `namespace/name`, or `name`. */
  readonly gateways: readonly string[];
  readonly http: readonly {
    readonly name: string;
    readonly match?: readonly { readonly uri: { readonly exact: string } | { readonly prefix: string } }[];
    readonly route: readonly { readonly destination: { readonly host: string; readonly port: { readonly number: number } } }[];
  }[];
}

/** A change of what Istio tells Envoy, as Envoy's own configuration is written. */
export interface EnvoyPatch {
  readonly applyTo: 'HTTP_FILTER' | 'HTTP_ROUTE';
  readonly match: { readonly context: 'GATEWAY'; readonly [where: string]: unknown };
  readonly patch: { readonly operation: 'INSERT_FIRST' | 'MERGE'; readonly value: object };
}

/** The `spec` of an EnvoyFilter. */
export interface EnvoyFilterSpec {
  readonly targetRefs?: readonly IstioTarget[];
  readonly workloadSelector?: { readonly labels: { readonly [label: string]: string } };
  readonly configPatches: readonly EnvoyPatch[];
}

/** What pods of a gateway serve: `Gateway` of `networking.istio.io/v1`. */
export class IstioGateway extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => IstioGatewaySpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'Gateway', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** Where requests go: `VirtualService` of `networking.istio.io/v1`. */
export class VirtualService extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => VirtualServiceSpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'VirtualService', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** What Istio has no object for: `EnvoyFilter` of `networking.istio.io/v1alpha3`. */
export class EnvoyFilter extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => EnvoyFilterSpec) {
    super(scope, id, { apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}

/** A port of a service outside of the mesh. */
export interface ServiceEntryPort {
  readonly number: number;
  readonly name: string;
  readonly protocol: 'TLS';
}

/** The `spec` of a ServiceEntry for a DNS name outside of the mesh. */
export interface ServiceEntrySpec {
  readonly hosts: readonly string[];
  readonly location: 'MESH_EXTERNAL';
  readonly resolution: 'DNS';

  /** Who sees it: `.` is its own namespace. */
  readonly exportTo: readonly string[];
  readonly ports: readonly ServiceEntryPort[];
}

/** What the mesh knows besides its own services: `ServiceEntry` of `networking.istio.io/v1`. */
export class ServiceEntry extends ApiObject {
  public constructor(scope: Construct, id: string, name: string, spec: () => ServiceEntrySpec) {
    super(scope, id, { apiVersion: API_VERSION, kind: 'ServiceEntry', metadata: { name }, spec: Lazy.any({ produce: spec }) });
  }
}
