import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { TENANCY_LABELS } from '../../model/tenancy-labels';
import { Control } from '../control';
import { Subject } from '../subject';

/** Policies, quotas and audits select namespaces by whose they are and what they guard. */
export const tenancyLabels = new Control({
  id: 'tenancy-labels',
  title: 'Namespaces say their tenant, owner, environment and sensitivity',
  recommendation: '2.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  kinds: ['Namespace'],
  when: '!object.?metadata.?name.orValue("").startsWith("kube-") && object.?metadata.?name.orValue("") != "default"',
  expression: 'params.labels.all(label, object.?metadata.?labels[?label].orValue("") != "")',
  parameters: { labels: Object.values(TENANCY_LABELS) },
  message: 'nothing tells whose it is and what it guards',
  remediation: 'set the labels cdk8s-bulwark/tenant, /owner, /environment and /sensitivity, or use Tenant',
  references: [Nsa.NAMESPACE],
});
