import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Its Secret holds a key that signs. A ClusterIssuer reads it from the namespace of cert-manager, where no application is. */
export const certificateAuthority = new Control({
  id: 'certificate-authority',
  title: 'Authorities are kept apart from applications',
  recommendation: '8.6',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.isCA',
  kinds: ['cert-manager.io/Certificate'],
  parameters: { namespaces: ['cert-manager'] },
  expression: 'object.?spec.?isCA.orValue(false) == false || object.?metadata.?namespace.orValue("") in params.namespaces',
  message: 'it is an authority beside applications: whoever reads its Secret signs certificates for anybody',
  remediation: 'make it in the namespace of cert-manager, for a ClusterIssuer; or name its namespace in the parameter namespaces',
  references: [Nsa.ENCRYPTION, Nsa.SECRETS],
});
