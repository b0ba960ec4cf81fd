import { AllowedPorts } from './allowed-ports';
import { Grants } from './grants';
import { Host, Mesh } from './mesh/mesh';
import { meshOf } from './mesh/meshes';
import { Pods } from './pods';
import { Port } from './port';
import { Rule } from './rule';
import { Inherited } from '../app/inherited';
import { Platform } from '../model/platform';
import { TENANT, TenantFacts } from '../tenancy/tenant-facts';

/** What is assumed of a cluster by workloads outside of every tenant. */
const ANY_PLATFORM = Platform.generic();

/** Pods of one kind, and what they were allowed. */
export class Endpoint {
  public readonly tenant?: TenantFacts;
  public readonly platform: Platform;
  public readonly mesh: Mesh;

  /** Those that hold it: a workload is of a tenant, and a tenant of an owner. */
  public group?: Endpoint;

  /** Those that it holds. */
  public readonly members: Endpoint[] = [];

  /** Whom it says it may reach, and who says so of it. */
  public readonly to = new Map<Endpoint, Grants>();
  public readonly toBy = new Set<Endpoint>();

  /** Whom it says it lets in, and who says so of it. */
  public readonly from = new Map<Endpoint, Grants>();
  public readonly fromBy = new Set<Endpoint>();

  /** On what its members reach each other, where they all do. */
  public readonly internal = new Grants();
  public isInternal = false;

  /** What they may reach besides, such as addresses outside of the cluster. */
  public readonly egress: Rule[] = [];

  /** What may reach them besides. */
  public readonly ingress: Rule[] = [];

  /** Names outside of the cluster that they may reach. */
  public readonly hosts: Host[] = [];

  /** What reads the requests to some of them, or to all of them, before they get there. */
  public waypoint?: Endpoint;

  /** Ports on which they take plain text from outside of their mesh. */
  public readonly plainText = new AllowedPorts();

  /**
   * @param mesh the one that the pods are in; that of their tenant where it is left out
   * @param foreign whether no construct of the app makes them: then they agree to what is said of them, and nothing is made for them
   */
  public constructor(public readonly pods: Pods, mesh?: Mesh, public readonly foreign = false) {
    this.tenant = TENANT.nearest(pods.construct);
    this.platform = this.tenant?.platform ?? ANY_PLATFORM;
    this.mesh = mesh ?? meshOf(this.tenant?.platform);
  }

  public get path(): string {
    return this.pods.title ?? this.pods.construct.node.path;
  }

  public get namespace(): string | undefined {
    return this.pods.namespace;
  }

  public get served(): readonly Port[] {
    return this.pods.served;
  }

  /** It, and those that hold it. */
  public get around(): readonly Endpoint[] {
    return this.group === undefined ? [this] : [this, ...this.group.around];
  }

  /** Itself where it stands in one namespace, else the tenants it holds. */
  public get namespaced(): readonly Endpoint[] {
    return this.pods.namespaceLabels === undefined || this.foreign ? [this] : this.members;
  }
}

/** The endpoint of a construct, and that of the tenant around one. */
export const ENDPOINT = new Inherited<Endpoint>('endpoint');
export const TENANT_ENDPOINT = new Inherited<Endpoint>('tenant-endpoint');
