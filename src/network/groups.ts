import { Construct, IConstruct } from 'constructs';
import { Endpoint, ENDPOINT, TENANT_ENDPOINT } from './endpoint';
import { Pods } from './pods';
import { Port, unique } from './port';
import { problemsOf } from './problems';
import { Inherited } from '../app/inherited';
import { validatedOnce } from '../hardening/synthesis';
import { TENANCY_LABELS } from '../model/tenancy-labels';
import { TenantFacts } from '../tenancy/tenant-facts';

const OWNERS = new Inherited<Map<string, Endpoint>>('owners');

/** All pods of some namespaces. */
class Group implements Pods {
  public readonly name = 'all-workloads';
  public readonly matchLabels = {};
  public readonly end = false;
  public endpoint?: Endpoint;

  public constructor(
    public readonly construct: Construct, public readonly title: string,
    public readonly namespace?: string, public readonly namespaceLabels?: { readonly [label: string]: string },
  ) {}

  /** What those that are known serve. */
  public get served(): Port[] {
    return unique(this.endpoint!.members.flatMap(({ served }) => served));
  }
}

function endpointOfGroup(pods: Group): Endpoint {
  pods.endpoint = new Endpoint(pods);
  pods.construct.node.addValidation(validatedOnce(pods.construct, () => problemsOf(pods.endpoint!)));
  return pods.endpoint;
}

/** All workloads of a tenant, as a peer. */
export function addTenant(tenant: Construct, { namespace, owner }: Pick<TenantFacts, 'namespace' | 'owner'>): Endpoint {
  const endpoint = endpointOfGroup(new Group(new Construct(tenant, 'AllWorkloads'), tenant.node.path, namespace));
  ENDPOINT.set(tenant, endpoint);
  TENANT_ENDPOINT.set(tenant, endpoint);
  hold(ownerIn(tenant, owner), endpoint);
  return endpoint;
}

/** All workloads of all tenants of an owner, as a peer: namespaces have a label that says whose they are, which no role of a tenant may change. */
export function ownerIn(scope: IConstruct, owner: string): Endpoint {
  const { root } = scope.node;
  const owners = OWNERS.own(root) ?? new Map<string, Endpoint>();
  OWNERS.set(root, owners);
  const known = owners.get(owner);
  if (known !== undefined) {
    return known;
  }
  const construct = new Construct(root as Construct, `owner-${owner}`);
  const endpoint = endpointOfGroup(new Group(construct, `the owner ${owner}`, undefined, { [TENANCY_LABELS.owner]: owner }));
  owners.set(owner, endpoint);
  return endpoint;
}

export function hold(group: Endpoint, member: Endpoint): void {
  member.group = group;
  group.members.push(member);
}
