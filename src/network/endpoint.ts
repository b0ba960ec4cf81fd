import { AllowedPorts } from './allowed-ports';
import { Mesh } from './mesh/mesh';
import { meshOf } from './mesh/meshes';
import { Pods } from './pods';
import { Port } from './port';
import { Rule } from './rule';
import { Inherited } from '../app/inherited';
import { Platform } from '../model/platform';
import { TENANT, TenantFacts } from '../tenancy/tenant-facts';

/** What is assumed of a cluster by workloads outside of every tenant. */
const ANY_PLATFORM = Platform.generic();

/** Pods of one kind in one namespace, and what they were allowed. */
export class Endpoint {
  public readonly tenant?: TenantFacts;
  public readonly platform: Platform;
  public readonly mesh: Mesh;

  /** Ports they may reach others on, as they or their tenant say. */
  public readonly to = new Map<Endpoint, AllowedPorts>();

  /** Ports others may reach them on, as they or their tenant say. */
  public readonly from = new Map<Endpoint, AllowedPorts>();

  /** What they may reach besides, such as addresses outside of the cluster. */
  public readonly egress: Rule[] = [];

  /** What may reach them besides. */
  public readonly ingress: Rule[] = [];

  /** Ports on which they take plain text from outside of their mesh. */
  public readonly plainText = new AllowedPorts();

  /** @param mesh the one that the pods are in; that of their tenant where it is left out */
  public constructor(public readonly pods: Pods, mesh?: Mesh) {
    this.tenant = TENANT.nearest(pods.construct);
    this.platform = this.tenant?.platform ?? ANY_PLATFORM;
    this.mesh = mesh ?? meshOf(this.tenant?.platform);
  }

  public get path(): string {
    return this.pods.construct.node.path;
  }

  public get namespace(): string | undefined {
    return this.pods.namespace;
  }

  public get served(): readonly Port[] {
    return this.pods.served;
  }
}

/** The endpoint of a construct. */
export const ENDPOINT = new Inherited<Endpoint>('endpoint');
