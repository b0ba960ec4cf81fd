import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** One container that asks for all of a node keeps others away. The parameters have the most of each resource. */
export const resourceMaximum = new Control({
  id: 'resource-maximum',
  title: 'Containers ask for no more than the team allows',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'resources',
  expression: '["requests", "limits"].all(list, (list == "requests" ? params.requests : params.limits).all(name, container.?resources[?list][?name]'
    + '.optMap(amount, quantity(string(amount)).compareTo(quantity(string((list == "requests" ? params.requests : params.limits)[name]))) <= 0).orValue(true)))',
  parameters: { requests: {}, limits: {} },
  message: 'it asks for more than one container may take',
  remediation: 'lower the request or the limit, or raise the parameter',
  references: [Nsa.RESOURCE_POLICY],
});
