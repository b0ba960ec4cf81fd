import { Environment } from '../../model/environment';
import { Sensitivity } from '../../model/sensitivity';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { TENANCY_LABELS } from '../../model/tenancy-labels';
import { Control } from '../control';
import { Subject } from '../subject';

const [ENVIRONMENT, SENSITIVITY] = [TENANCY_LABELS.environment, TENANCY_LABELS.sensitivity].map(label => `object.?metadata.?labels[?"${label}"]`);

/** A value that no policy knows is a tenant that no policy guards. */
export const tenancyLabelValues = new Control({
  id: 'tenancy-label-values',
  title: 'Environment and sensitivity are ones that policies know',
  recommendation: '2.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  when: `${ENVIRONMENT}.hasValue() || ${SENSITIVITY}.hasValue()`,
  expression: `${ENVIRONMENT}.orValue(params.environments[0]) in params.environments && ${SENSITIVITY}.orValue(params.sensitivities[0]) in params.sensitivities`,
  parameters: { environments: Environment.all().map(String), sensitivities: Sensitivity.all().map(String) },
  message: 'its environment or sensitivity is one that no policy knows',
  remediation: 'correct the label, or add the value to the parameters of this control',
  references: [Nsa.NAMESPACE],
});
