import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A rule without a source is a rule for everybody. */
export const meshAuthorizationAllowsAll = new Control({
  id: 'mesh-authorization-allows-all',
  title: 'Authorization of the mesh names who may call',
  recommendation: '5.2',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.rules',
  kinds: ['security.istio.io/AuthorizationPolicy'],
  expression: 'object.?spec.?action.orValue("ALLOW") != "ALLOW" || object.?spec.?rules.orValue([]).all(rule, size(rule.?from.orValue([])) > 0'
    + ' && rule.from.all(from, !("*" in from.?source.?principals.orValue([])) && from.?source.hasValue()))',
  message: 'everybody may call it',
  remediation: 'name the principals in from.source',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
