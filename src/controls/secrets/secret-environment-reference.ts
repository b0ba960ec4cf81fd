import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** A secret in the environment leaks into crash reports and child processes; a file does not. */
export const secretEnvironmentReference = new Control({
  id: 'secret-environment-reference',
  title: 'Secrets are mounted as files',
  recommendation: '10.2',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'env',
  expression: 'container.?env.orValue([]).all(variable, !variable.?valueFrom.?secretKeyRef.hasValue())'
    + ' && container.?envFrom.orValue([]).all(source, !has(source.secretRef))',
  message: 'a secret is copied into its environment',
  remediation: 'mount the Secret as a volume',
  references: [Cis.k8s('5.4.1'), Nsa.SECRETS, Owasp.K03],
});
