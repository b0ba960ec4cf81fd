import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A backup has every Secret of its namespaces in it. */
export const backupLocationTls = new Control({
  id: 'backup-location-tls',
  title: 'Backups leave the cluster in encrypted form',
  recommendation: '15.1',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'spec.config',
  kinds: ['velero.io/BackupStorageLocation'],
  expression: 'object.?spec.?config.?insecureSkipTLSVerify.orValue("false") != "true"'
    + ' && !object.?spec.?config.?s3Url.orValue("").startsWith("http://")',
  message: 'whoever stands between the cluster and its store reads every Secret',
  remediation: 'write s3Url with https, and give the authority of the store in objectStorage.caCert',
  references: [Nsa.ENCRYPTION, Nsa.SECRETS],
});
