import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** A PersistentVolume can be a path of the host. */
export const rbacPersistentVolumeCreate = new Control({
  id: 'rbac-persistent-volume-create',
  title: 'Roles do not make PersistentVolumes',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(grants({ groups: [''], resources: ['persistentvolumes'], verbs: ['create'] })),
  message: 'whoever holds it mounts any path of any node',
  remediation: 'remove create; claims are served by a StorageClass',
  references: [Cis.k8s('5.1.9'), Nsa.RBAC, Owasp.K02],
});
