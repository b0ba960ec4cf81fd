import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A node is overcommitted by what its containers may use beyond what they ask for. The parameter has the most, by resource. */
export const resourceRatio = new Control({
  id: 'resource-ratio',
  title: 'Limits are within the ratio of requests that the team allows',
  recommendation: '12.3',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'resources.limits',
  expression: 'params.ratios.all(name, container.?resources.?limits[?name].optMap(limit, container.?resources.?requests[?name].optMap(request,'
    + ' quantity(string(limit)).asApproximateFloat() <= quantity(string(request)).asApproximateFloat() * double(params.ratios[name])).orValue(true)).orValue(true))',
  parameters: { ratios: {} },
  message: 'it may use much more than its node keeps for it',
  remediation: 'raise the request, or lower the limit',
  references: [Nsa.RESOURCE_POLICY],
});
