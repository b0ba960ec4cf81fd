import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { certificateProblems, makeCertificate } from './certificates';
import { Exposure, refuseOverlap } from './exposure';
import { GatewayFacts } from './gateway-facts';
import { gatewayNameOf } from './gateway-name';
import { GatewayProps } from './gateway-props';
import { Implementation, ManagedPods } from './implementation/implementation';
import { fromCidrs, fromEntity, fromInstalledPods, fromManagedPods, Source } from './source';
import { Through } from './through';
import { Routing } from './through/routing';
import { ROUTINGS } from './through/routings';
import { Inherited } from '../app/inherited';
import { validatedOnce } from '../hardening/synthesis';
import { checkedCidr } from '../model/cidr';
import { Tenant } from '../tenancy/tenant';
import { TENANT, TenantFacts } from '../tenancy/tenant-facts';

/** The gateways of a tenant. */
export const GATEWAYS = new Inherited<Gateway[]>('gateways');

/**
 * What takes requests from outside of the cluster for the workloads of a tenant (parts 4.1 and 4.2): HTTPS with TLS 1.2 at least, while port 80 only sends there.
 * The first `expose` below a tenant makes one, unless there is one.
 *
 * It makes the Gateway with a listener for each host, the certificates, the redirection, what authenticates and authorizes requests as the implementation
 * has it, and a NetworkPolicy for its pods, which reach nothing but the workloads that are exposed and their own control plane. Where the implementation makes
 * the pods, they meet Pod Security `restricted`, and the quota of the tenant has room for them.
 */
export class Gateway extends Construct implements kplus.INetworkPolicyPeer {
  /** The name of the Gateway, and how the names of its other objects begin. */
  public readonly gatewayName: string;

  /** @internal */
  public readonly _through: Through;

  private readonly facts: GatewayFacts;
  private readonly exposed: Exposure[] = [];
  private readonly accepted = new Set<TenantFacts>();
  private readonly routing: Routing;
  private readonly implementation?: Implementation;
  private readonly source: Source;
  private readonly selector?: kplus.IPodSelector;

  /** @throws if it is in no Tenant, its class is not known, or its id makes no name */
  public constructor(scope: Construct, id: string, props: GatewayProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const holder = tenantOf(this);
    const tenant = TENANT.own(holder)!;
    const className = props.className ?? (props.through === Through.ISTIO ? 'istio' : tenant.platform.gatewayClass);
    if (className === undefined) {
      throw new Error(`${path}: the class of gateways in the cluster is not known: give the Platform of its Tenant gatewayClass, or the Gateway className`);
    }
    this.gatewayName = gatewayNameOf(this, holder, className);
    this.facts = factsOf(this, className, tenant, props, this.exposed);
    this._through = props.through ?? Through.GATEWAY_API;
    this.routing = ROUTINGS[this._through];
    this.implementation = this.routing.implementationOf(className);
    this.routing.makeGateway(this.facts, this.implementation);
    const managed = props.pods === undefined ? this.implementation?.pods?.(this.facts) : undefined;
    this.source = sourceOf(this.facts, managed, this.implementation);
    this.selector = managed === undefined ? undefined : kplus.Pods.select(this, 'Pods', { labels: { ...managed.matchLabels } });
    GATEWAYS.set(holder, [...GATEWAYS.own(holder) ?? [], this]);
    this.node.addValidation(validatedOnce(this, () => this.problems()));
  }

  /**
   * Lets the workloads of another tenant be exposed through it. They must name it, with `expose`.
   *
   * @param tenant the other one, which answers for what it exposes
   */
  public acceptFrom(tenant: Tenant): void {
    this.accepted.add(TENANT.own(tenant)!);
    this.exposed.forEach(exposure => this.allowTo(exposure));
  }

  /** Its pods, as a NetworkPolicy of cdk8s-plus selects them. */
  public toNetworkPolicyPeerConfig(): kplus.NetworkPolicyPeerConfig {
    if (this.selector === undefined) {
      throw new Error(`${this.node.path}: it has no pods of its own, so a NetworkPolicy cannot select them`);
    }
    return { podSelector: this.selector.toPodSelectorConfig() };
  }

  /** Its pods, where it has any of its own. */
  public toPodSelector(): kplus.IPodSelector | undefined {
    return this.selector;
  }

  /** @internal */
  public _expose(exposure: Exposure): void {
    refuseOverlap(this.exposed, exposure);
    this.exposed.push(exposure);
    makeCertificate(this.facts, exposure.host);
    const route = this.routing.makeRoute(this.facts, exposure);
    if (this.implementation?.cannot(this.facts, exposure) === undefined) {
      this.implementation?.authorize?.(this.facts, exposure, route);
      if (exposure.limit !== undefined) {
        this.implementation?.limit?.(this.facts, exposure, route);
      }
    }
    this.allowTo(exposure);
  }

  private accepts({ tenant }: Exposure): boolean {
    return tenant === this.facts.tenant || this.accepted.has(tenant);
  }

  /** Both halves, as soon as both tenants have said theirs. */
  private allowTo(exposure: Exposure): void {
    if (this.accepts(exposure)) {
      this.source.allowTo(exposure);
    }
  }

  private problems(): string[] {
    const { path } = this.node;
    return [
      ...this.exposed.length === 0 ? [`${path}: nothing is exposed through it: say expose on a workload, or remove it`] : [],
      ...this.exposed.filter(exposure => !this.accepts(exposure)).map(({ construct, host, tenant }) =>
        `${construct.node.path} is exposed as ${host} through ${path}, but they are of different tenants, so both must say it: ${path} must say acceptFrom(${tenant.name}) too`),
      ...certificateProblems(this.facts),
      ...this.exposed.flatMap(exposure => this.problemsOf(exposure)),
      ...this.source.problems(),
    ];
  }

  private problemsOf(exposure: Exposure): string[] {
    const { construct: { node: { path } }, host, authentication, limit } = exposure;
    const { className } = this.facts;
    const { implementation } = this;
    const unknown = implementation === undefined && authentication !== undefined
      ? `who makes gateways of class ${className} is not known, and so not how they authenticate: name a class that is, such as istio` : undefined;
    const faults = [this.routing.cannot?.(this.facts, exposure), implementation?.cannot(this.facts, exposure), unknown]
      .filter(fault => fault !== undefined);
    return [
      ...faults.map(fault => `${path}: ${host} cannot be exposed as it asks to be: ${fault}`),
      ...limit === undefined || implementation?.limit !== undefined ? []
        : [`${path}: ${host} has a rateLimit, and ${implementation?.name ?? `the class ${className}`} has none: `
          + 'remove it, or name a gateway of a class that has, such as istio'],
    ];
  }
}

/** @throws if it is not known */
function sourceOf(facts: GatewayFacts, managed: ManagedPods | undefined, implementation: Implementation | undefined): Source {
  const { construct, className, props: { pods = implementation?.installed?.(facts), cidrs = implementation?.cidrs } } = facts;
  if (implementation?.entity !== undefined && pods === undefined && cidrs === undefined) {
    return fromEntity(facts, implementation.entity);
  }
  if (managed === undefined && pods === undefined && cidrs === undefined) {
    throw new Error(`${construct.node.path}: where the requests of gateways of class ${className} come from is not known: give the Gateway pods, or cidrs where it has none in the cluster`);
  }
  cidrs?.forEach(cidr => checkedCidr(`${construct.node.path}: cidrs`, cidr));
  return managed !== undefined ? fromManagedPods(facts, managed) : pods !== undefined ? fromInstalledPods(facts, pods) : fromCidrs(facts, cidrs!);
}

/** @throws if it is in none */
function tenantOf({ node: { path, scopes } }: IConstruct): IConstruct {
  const holder = [...scopes].reverse().find(scope => TENANT.own(scope) !== undefined);
  if (holder === undefined) {
    throw new Error(`${path}: a Gateway belongs to a Tenant: make it below one`);
  }
  return holder;
}

function factsOf(construct: Gateway, className: string, tenant: TenantFacts, props: GatewayProps, exposed: readonly Exposure[]): GatewayFacts {
  const key = ({ host, paths }: Exposure) => `${host} ${paths.join()}`;
  return {
    construct,
    name: construct.gatewayName,
    className,
    tenant,
    props,
    get exposures() {
      return [...exposed].sort((a, b) => key(a) < key(b) ? -1 : 1);
    },
  };
}
