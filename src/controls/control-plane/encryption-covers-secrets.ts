import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** Secrets are encrypted before they are written to etcd. */
export const encryptionCoversSecrets = new Control({
  id: 'encryption-covers-secrets',
  title: 'The EncryptionConfiguration covers Secrets',
  recommendation: '17.2',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'resources',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration'],
  expression: 'object.?resources.orValue([]).exists(row, row.resources.exists(name, name in ["secrets", "*.", "*.*"]))',
  message: 'Secrets lie in etcd as they are',
  remediation: 'add a row for secrets',
  references: [Cis.k8s('1.2.27'), Cis.k8s('1.2.28'), Nsa.SECRETS],
  _unguarded: FILE,
});
