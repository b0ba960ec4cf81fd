import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** CEL: whether a source names some callers. All of its fields must fit; those that only exclude name nobody. Any token that is valid names its bearer. */
const NAMES_SOME = 'from.?source.?requestPrincipals.hasValue()'
  + ' || ["principals", "namespaces", "serviceAccounts", "ipBlocks", "remoteIpBlocks"].exists(field, size(from.?source[?field].orValue([])) > 0'
  + ' && from.source[field].all(value, !(value in ["*", "0.0.0.0/0", "::/0"])))';

/** A rule without a source, and without a condition on the request, is a rule for everybody. */
export const meshAuthorizationAllowsAll = new Control({
  id: 'mesh-authorization-allows-all',
  title: 'Authorization of the mesh names who may call',
  recommendation: '5.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.rules',
  kinds: ['security.istio.io/AuthorizationPolicy'],
  when: 'object.?spec.?action.orValue("ALLOW") == "ALLOW"',
  expression: 'object.?spec.?rules.orValue([]).all(rule, size(rule.?when.orValue([])) > 0'
    + ` || size(rule.?from.orValue([])) > 0 && rule.from.all(from, ${NAMES_SOME}))`,
  message: 'everybody may call it',
  remediation: 'name the callers in from.source.principals',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
