import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** The scheduler cannot keep room on a disk for what nobody announced. */
export const ephemeralStorageRequest = new Control({
  id: 'ephemeral-storage-request',
  title: 'Containers request ephemeral storage',
  recommendation: '12.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources.requests.ephemeral-storage',
  expression: 'container.?resources.?requests[?"ephemeral-storage"].hasValue()',
  message: 'it is the first to be evicted when the disk of its node fills up',
  remediation: 'set resources.requests.ephemeral-storage',
  references: [Nsa.RESOURCE_POLICY],
});
