import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** Version 2 derives keys locally, so that it is fast enough to be used. */
export const encryptionKmsVersion = new Control({
  id: 'encryption-kms-version',
  title: 'The key management service is asked in version 2',
  recommendation: '17.2',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'resources',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration'],
  expression: 'object.?resources.orValue([]).all(row, row.providers.all(provider, !has(provider.kms) || provider.kms.?apiVersion.orValue("v1") == "v2"))',
  message: 'version 1 is deprecated, off by default since Kubernetes 1.29, and asks for each object',
  remediation: 'set kms.apiVersion to v2',
  references: [Cis.k8s('1.2.28'), Nsa.SECRETS],
  _unguarded: FILE,
});
