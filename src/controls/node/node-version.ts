import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Three minors are maintained at a time. The parameter is the oldest of them; it changes three times a year, so that somebody has to say it. */
export const nodeVersion = new Control({
  id: 'node-version',
  title: 'Nodes run a minor that is still maintained',
  recommendation: '8.5',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'status.nodeInfo.kubeletVersion',
  kinds: ['Node'],
  expression: 'object.?status.?nodeInfo.?kubeletVersion.optMap(version, int(version.split(".")[1]) >= params.minimum).orValue(true)',
  parameters: { minimum: 0 },
  message: 'its kubelet gets no fixes',
  remediation: 'upgrade the node, or lower the parameter minimum to the oldest minor that is maintained for you',
  references: [Nsa.UPGRADE],
});
