import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TenantMembers } from './member';
import { ROLES, rulesOf } from './role-rules';
import { Environment } from '../model/environment';

const API = 'rbac.authorization.k8s.io';

/** Makes the roles of a tenant, and a binding for each that has members. Their names are the same in every tenant. */
export function addRoles(tenant: Construct, environment: Environment, members: TenantMembers): void {
  const scope = new Construct(tenant, 'Roles');
  for (const name of ROLES) {
    new ApiObject(scope, name, { apiVersion: `${API}/v1`, kind: 'Role', metadata: { name }, rules: rulesOf(name, environment) });
    const subjects = (members[name] ?? []).map(member => ({ apiGroup: API, kind: member.kind, name: member.name }));
    if (subjects.length > 0) {
      new ApiObject(scope, `${name}-members`, {
        apiVersion: `${API}/v1`,
        kind: 'RoleBinding',
        metadata: { name },
        roleRef: { apiGroup: API, kind: 'Role', name },
        subjects,
      });
    }
  }
}
