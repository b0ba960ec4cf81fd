import { IConstruct } from 'constructs';
import { TENANT, TenantFacts } from './tenant-facts';
import { Inherited } from '../app/inherited';

const CLAIMED = new Inherited<Map<string, { readonly path: string; readonly facts: TenantFacts }>>('namespaces');

/** A namespace is of one tenant, and so of one owner and one environment (part 1.2), and no tenant stands in another. */
export function claimNamespace(tenant: IConstruct, facts: TenantFacts): void {
  const { node } = tenant;
  const around = node.scope === undefined ? undefined : TENANT.nearest(node.scope);
  if (around !== undefined) {
    throw new Error(`${node.path}: it stands in the tenant "${around.name}", whose labels it would carry: make it beside that tenant, in the app`);
  }
  if (CLAIMED.own(node.root) === undefined) {
    CLAIMED.set(node.root, new Map());
  }
  const claimed = CLAIMED.own(node.root)!;
  const other = claimed.get(facts.namespace);
  if (other !== undefined) {
    const { owner, environment } = other.facts;
    throw new Error(`${node.path}: the namespace "${facts.namespace}" is that of the tenant ${other.path} (owner ${owner}, environment ${environment}): `
      + 'give each tenant a namespace of its own, with namespaceName');
  }
  claimed.set(facts.namespace, { path: node.path, facts });
}
