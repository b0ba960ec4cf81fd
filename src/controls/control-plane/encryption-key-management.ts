import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** A key that lies beside what it encrypts protects little. */
export const encryptionKeyManagement = new Control({
  id: 'encryption-key-management',
  title: 'Keys lie in a key management service, not in the file',
  recommendation: '17.2',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'resources',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration'],
  expression: 'object.?resources.orValue([]).all(row, row.providers.all(provider, !has(provider.aescbc) && !has(provider.aesgcm) && !has(provider.secretbox)))',
  message: 'whoever reads the file, or a backup of the host, reads every Secret',
  remediation: 'use a provider of kind kms, with apiVersion v2',
  references: [Cis.k8s('1.2.28'), Nsa.SECRETS],
  _unguarded: FILE,
});
