import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { IS_NOT_EPHEMERAL } from './ephemeral';

/** Logs and scratch files of one container can fill the disk of a node. */
export const ephemeralStorageLimit = new Control({
  id: 'ephemeral-storage-limit',
  title: 'Containers limit ephemeral storage',
  recommendation: '12.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources.limits.ephemeral-storage',
  when: IS_NOT_EPHEMERAL,
  expression: 'container.?resources.?limits[?"ephemeral-storage"].hasValue()',
  message: 'it can fill the disk of its node',
  remediation: 'set resources.limits.ephemeral-storage',
  references: [Nsa.RESOURCE_POLICY, Owasp.K01],
});
