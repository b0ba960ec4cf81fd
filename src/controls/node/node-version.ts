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
  // The API server writes an empty version where none is known yet.
  expression: '!object.?status.?nodeInfo.?kubeletVersion.orValue("").matches("^v[0-9]{1,2}[.][0-9]{1,4}[.]") || '
    + 'int(object.status.nodeInfo.kubeletVersion.split(".")[1]) >= params.minimum',
  parameters: { minimum: 0 },
  message: 'its kubelet gets no fixes',
  remediation: 'upgrade the node, or lower the parameter minimum to the oldest minor that is maintained for you',
  references: [Nsa.UPGRADE],
});
