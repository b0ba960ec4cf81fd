import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** The first provider writes, the others only read. */
export const encryptionIdentityFirst = new Control({
  id: 'encryption-identity-first',
  title: 'Encryption is what is written with, and reading in the clear comes last',
  recommendation: '17.2',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'resources',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration'],
  expression: 'object.?resources.orValue([]).all(row, size(row.providers) > 0 && !has(row.providers[0].identity))',
  message: 'what is written is not encrypted, for the first provider writes',
  remediation: 'put another provider first, and identity last, for what was written before',
  references: [Cis.k8s('1.2.28'), Nsa.SECRETS],
  _unguarded: FILE,
});
