import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';
import { IS_NOT_EPHEMERAL } from './ephemeral';

/** Fair sharing needs to know what a container may take. */
export const memoryLimit = new Control({
  id: 'memory-limit',
  title: 'Containers limit memory',
  recommendation: '12.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'resources.limits.memory',
  when: IS_NOT_EPHEMERAL,
  expression: 'container.?resources.?limits.?memory.hasValue()',
  // Resources of the whole pod serve its containers.
  versions: [
    { since: '1.34', expression: 'container.?resources.?limits.?memory.hasValue() || pod.spec.?resources.?limits.?memory.hasValue()' },
  ],
  message: 'it can take all the memory of its node',
  remediation: 'set resources.limits.memory',
  references: [Nsa.RESOURCE_POLICY, Owasp.K01],
});
