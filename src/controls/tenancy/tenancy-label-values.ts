import { Environment } from '../../model/environment';
import { Sensitivity } from '../../model/sensitivity';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A value that no policy knows is a tenant that no policy guards. */
export const tenancyLabelValues = new Control({
  id: 'tenancy-label-values',
  title: 'Environment and sensitivity are ones that policies know',
  recommendation: '2.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  expression: 'object.?metadata.?labels[?"cdk8s-bulwark/environment"].orValue(params.environments[0]) in params.environments'
    + ' && object.?metadata.?labels[?"cdk8s-bulwark/sensitivity"].orValue(params.sensitivities[0]) in params.sensitivities',
  parameters: { environments: Environment.all().map(String), sensitivities: Sensitivity.all().map(String) },
  message: 'its environment or sensitivity is one that no policy knows',
  remediation: 'correct the label, or add the value to the parameters of this control',
  references: [Nsa.NAMESPACE],
});
