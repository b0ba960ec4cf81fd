import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, named, Resolution } from '../reference-judgement';

/** Every cluster has these. */
const WELL_KNOWN = /^(cluster-admin|admin|edit|view|system:.*)$/;

/** A binding to a role that is missing grants nothing until somebody makes a role of that name. */
export const danglingRole = new InventoryControl({
  id: 'dangling-role',
  title: 'Roles of bindings exist',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  field: 'roleRef',
  judge: (manifest, inventory) => {
    const { kind, name } = manifest.object.roleRef ?? {};
    if (kind === 'ClusterRole') {
      const found = WELL_KNOWN.test(name) || inventory.find('rbac.authorization.k8s.io/ClusterRole', '', name) !== undefined;
      const fault = { path: ['roleRef'], message: `it binds ClusterRole "${name}", which is not there` };
      return judgeReferences([{ resolution: found ? Resolution.FOUND : Resolution.MISSING, fault }], inventory);
    }
    return judgeReferences([named(manifest, inventory, 'rbac.authorization.k8s.io/Role', name, ['roleRef'])], inventory);
  },
  message: 'it binds a role that is not there: whoever makes one of that name decides what it grants',
  remediation: 'make the role, or correct the name',
  references: [Nsa.RBAC, Owasp.K02],
});
