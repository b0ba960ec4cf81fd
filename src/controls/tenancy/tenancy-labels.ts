import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
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
  when: '!object.metadata.name.startsWith("kube-") && object.metadata.name != "default"',
  expression: '["tenant", "owner", "environment", "sensitivity"]'
    + '.all(name, object.?metadata.?labels[?"cdk8s-bulwark/" + name].orValue("") != "")',
  message: 'nothing tells whose it is and what it guards',
  remediation: 'set the labels cdk8s-bulwark/tenant, /owner, /environment and /sensitivity, or use Tenant',
  references: [Cis.k8s('5.7.1'), Nsa.NAMESPACE],
});
