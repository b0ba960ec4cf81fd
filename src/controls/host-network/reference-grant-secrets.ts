import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** Without a name every Secret is granted that there is, and each that is made later. */
export const referenceGrantSecrets = new Control({
  id: 'reference-grant-secrets',
  title: 'Other namespaces refer to Secrets by name',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.to',
  kinds: ['gateway.networking.k8s.io/ReferenceGrant'],
  expression: 'object.?spec.?to.orValue([]).all(target, target.kind != "Secret" || target.?name.orValue("") != "")',
  message: 'it lends every Secret of its namespace to another one',
  remediation: 'name the Secret in to',
  references: [Nsa.SECRETS, Owasp.K03],
});
