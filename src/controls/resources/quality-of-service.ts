import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** All containers that have resources. */
const ALL = '(pod.spec.?containers.orValue([]) + pod.spec.?initContainers.orValue([]))';

/** Who is evicted first is said by requests and limits: Guaranteed, Burstable or BestEffort. */
export const qualityOfService = new Control({
  id: 'quality-of-service',
  title: 'Pods are of a class of service that the team allows',
  recommendation: '12.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.containers',
  expression: `(${ALL}.all(each, ["cpu", "memory"].all(name, each.?resources.?limits[?name].optMap(limit, quantity(string(each.?resources.?requests[?name].orValue(limit)))`
    + '.compareTo(quantity(string(limit))) == 0).orValue(false))) ? "Guaranteed"'
    + `: ${ALL}.exists(each, ["requests", "limits"].exists(list, each.?resources[?list].orValue({}).exists(name, name in ["cpu", "memory"]))) ? "Burstable" : "BestEffort") in params.classes`,
  parameters: { classes: ['Guaranteed', 'Burstable'] },
  message: 'it is of another class of service than the team allows: it is evicted before others, or keeps more than it needs',
  remediation: 'set requests and limits of CPU and memory in all containers',
  references: [],
});
