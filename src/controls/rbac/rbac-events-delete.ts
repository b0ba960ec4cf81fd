import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { grants, noRule } from './grants';

/** Events tell what happened in a namespace: whoever deletes them removes traces. */
export const rbacEventsDelete = new Control({
  id: 'rbac-events-delete',
  title: 'Roles do not delete events',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  expression: noRule(
    grants({ groups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['delete', 'deletecollection'] }),
  ),
  message: 'whoever holds it removes the traces of what happened',
  remediation: 'remove the verbs delete and deletecollection: events expire by themselves',
  references: [Nsa.RBAC, Owasp.K02],
});
