import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { IS_NOT_EPHEMERAL } from './ephemeral';

/** Pods that request all they may use are the last to be evicted. A limit is a request too, where none is written. */
export const requestsEqualLimits = new Control({
  id: 'requests-equal-limits',
  title: 'Containers request all that they may use',
  recommendation: '12.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources',
  when: IS_NOT_EPHEMERAL,
  expression: 'params.resources.all(name, container.?resources.?limits[?name].optMap(limit, quantity(string(container.?resources.?requests[?name].orValue(limit)))'
    + '.compareTo(quantity(string(limit))) == 0).orValue(false))',
  parameters: { resources: ['cpu', 'memory'] },
  message: 'it may use more than its node keeps for it, or without end',
  remediation: 'set the limit, and the request to it',
  references: [Nsa.RESOURCE_POLICY],
});
