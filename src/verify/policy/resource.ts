import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { resourceNameOf } from '../../model/resource-name';
import { CLUSTER_SCOPED } from '../../model/scope-of-kinds';

/** What an object is a resource of: what rules and requests call its kind. */
export interface Resource {
  readonly group: string;
  readonly version: string;

  /** In the plural, such as `networkpolicies`. */
  readonly resource: string;
  readonly namespaced: boolean;

  /** The other versions in which the API server could hand it to a policy, and whether that changes more than its apiVersion. */
  readonly equivalents: { readonly [version: string]: 'same' | 'converted' };

  /** Whether other versions could be served of which nothing is known here. */
  readonly open: boolean;
}

interface CustomResource {
  readonly names?: { readonly plural?: string };
  readonly scope?: string;
  readonly versions?: readonly { readonly name?: string; readonly served?: boolean; readonly schema?: { readonly openAPIV3Schema?: any } }[];
  readonly conversion?: { readonly strategy?: string };
}

/** Groups of Kubernetes itself, which serve one version of nearly everything. */
const BUILT_IN = /^$|^(apps|batch|autoscaling|policy|extensions)$|\.k8s\.io$/;
const OWN_PROJECTS = /^(gateway\.networking|snapshot\.storage|.*\.x)\.k8s\.io$|x-k8s\.io$/;

const SERVED_TWICE: { readonly [groupResource: string]: readonly string[] } = { 'autoscaling/horizontalpodautoscalers': ['v1', 'v2'] };

/** The resource that a manifest's kind is: as its CustomResourceDefinition says where that is in the input, else as the kind's name tells. */
export function resourceOf({ kind, group, apiVersion, groupKind }: Pick<Manifest, 'kind' | 'group' | 'apiVersion' | 'groupKind'>, inventory: Inventory): Resource {
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  const custom = customResources(inventory).get(groupKind);
  if (custom !== undefined) {
    const served = (custom.versions ?? []).filter(each => each.served !== false && each.name !== version).map(each => each.name!);
    const change = (custom.conversion?.strategy ?? 'None') === 'None' ? 'same' : 'converted';
    return {
      group,
      version,
      resource: custom.names?.plural ?? resourceNameOf(kind),
      namespaced: custom.scope !== 'Cluster',
      open: false,
      equivalents: Object.fromEntries(served.map(name => [name, change])),
    };
  }
  const resource = resourceNameOf(kind);
  const others = (SERVED_TWICE[`${group}/${resource}`] ?? []).filter(name => name !== version);
  return {
    group,
    version,
    resource,
    namespaced: !CLUSTER_SCOPED.has(groupKind),
    open: !BUILT_IN.test(group) || OWN_PROJECTS.test(group),
    equivalents: Object.fromEntries(others.map(name => [name, 'converted'])),
  };
}

/** Whether a kind is there at all, and what is known of it. */
export function customResources(inventory: Inventory): ReadonlyMap<string, CustomResource> {
  return inventory.once('custom resources', undefined, () => new Map(
    inventory.ofKind('apiextensions.k8s.io/CustomResourceDefinition').map(({ object: { spec } }) => [`${spec?.group}/${spec?.names?.kind}`, spec as CustomResource])));
}
