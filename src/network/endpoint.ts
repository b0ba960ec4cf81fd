import * as kplus from 'cdk8s-plus-28';
import { AllowedPorts } from './allowed-ports';
import { Mesh } from './mesh/mesh';
import { meshOf } from './mesh/meshes';
import { Port, servedPorts } from './port';
import { Rule } from './rule';
import { Platform } from '../model/platform';
import { TENANT, TenantFacts } from '../tenancy/tenant-facts';

/** What is assumed of a cluster by workloads outside of every tenant. */
const ANY_PLATFORM = Platform.generic();

/** A workload as its network sees it, and what it was allowed. */
export class Endpoint {
  public readonly tenant?: TenantFacts;
  public readonly platform: Platform;
  public readonly mesh: Mesh;

  /** Ports it may reach others on, as it or its tenant says. */
  public readonly to = new Map<Endpoint, AllowedPorts>();

  /** Ports others may reach it on, as it or its tenant says. */
  public readonly from = new Map<Endpoint, AllowedPorts>();

  /** Addresses it may reach. */
  public readonly addresses: Rule[] = [];

  /** Ports on which it takes plain text from outside of its mesh. */
  public readonly plainText = new AllowedPorts();

  public constructor(public readonly workload: kplus.Workload) {
    this.tenant = TENANT.nearest(workload);
    this.platform = this.tenant?.platform ?? ANY_PLATFORM;
    this.mesh = meshOf(this.tenant?.platform);
  }

  public get path(): string {
    return this.workload.node.path;
  }

  public get namespace(): string | undefined {
    return this.workload.metadata.namespace;
  }

  /** What selects its pods. Jobs have no selector, but their pods have the label. */
  public get matchLabels(): { [label: string]: string } {
    return { [kplus.Pod.ADDRESS_LABEL]: this.workload.podMetadata.getLabel(kplus.Pod.ADDRESS_LABEL)! };
  }

  public get served(): Port[] {
    return servedPorts(this.workload);
  }
}
