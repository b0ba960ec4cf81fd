import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** Requests for Secrets are logged without their content. A rule that names no resources is about all of them; that an earlier rule takes Secrets out is not counted. */
export const auditPolicySecrets = new Control({
  id: 'audit-policy-secrets',
  title: 'The audit log does not hold the content of Secrets',
  recommendation: '7.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'rules',
  kinds: ['audit.k8s.io/Policy'],
  expression: 'object.?rules.orValue([]).all(rule, rule.level in ["None", "Metadata"] || (has(rule.resources)'
    + ' && !rule.resources.exists(row, row.?group.orValue("") == "" && (size(row.?resources.orValue([])) == 0'
    + ' || row.resources.exists(name, name in ["secrets", "serviceaccounts/token", "*"])))))',
  message: 'whoever reads the log reads every Secret that was written',
  remediation: 'put rules of the levels Request and RequestResponse on named resources, without secrets and tokens',
  references: [Nsa.AUDIT],
  _unguarded: FILE,
});
