import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** The last rule is about everything. */
export const auditPolicyComplete = new Control({
  id: 'audit-policy-complete',
  title: 'The audit policy logs everything that no other rule is about',
  recommendation: '7.3',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['audit.k8s.io/Policy'],
  expression: 'object.?rules.orValue([]).exists(rule, rule.level != "None" && !has(rule.users) && !has(rule.userGroups) && !has(rule.verbs)'
    + ' && !has(rule.resources) && !has(rule.nonResourceURLs) && !has(rule.namespaces))',
  message: 'what no rule is about is not logged',
  remediation: 'end with a rule of the level Metadata that names nothing else',
  references: [Nsa.AUDIT],
  _unguarded: FILE,
});
