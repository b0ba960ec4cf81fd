import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { declarationOfRules } from './declaration';
import { dnsRules } from './dns';
import { makeObjects } from './endpoint-objects';
import { addTenant } from './groups';
import { checkedMesh } from './mesh/meshes';
import { makeNetworkPolicy } from './network-policy';
import { TenantFacts } from '../tenancy/tenant-facts';

/**
 * Closes a tenant's network in both directions (part 5.4): its pods resolve names, and have what the mesh needs; all else is allowed one by one.
 * Its namespace joins the mesh, which takes mutual TLS only (part 5.1).
 *
 * @throws if the mesh of its platform cannot be joined
 */
export function closeNetwork(tenant: Construct, namespace: ApiObject, facts: TenantFacts): void {
  const { platform } = facts;
  const mesh = checkedMesh(tenant.node.path, platform);
  Object.entries(mesh.namespaceLabels).forEach(([label, value]) => namespace.metadata.addLabel(label, value));
  Object.entries(mesh.namespaceAnnotations).forEach(([annotation, value]) => namespace.metadata.addAnnotation(annotation, value));
  const rules = { ingress: () => mesh.ingress, egress: () => [...dnsRules(platform.dns), ...mesh.egress] };
  makeNetworkPolicy(tenant, 'DefaultDeny', {
    name: 'default-deny', annotations: declarationOfRules(facts.namespace, rules), matchLabels: {}, ...rules,
  });
  mesh.closeTenant(tenant);
  makeObjects(addTenant(tenant, facts));
}
