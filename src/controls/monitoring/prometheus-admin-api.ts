import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** The API for administrators has no authentication of its own. */
export const prometheusAdminApi = new Control({
  id: 'prometheus-admin-api',
  title: 'Metrics cannot be removed through the network',
  recommendation: '7.4',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.enableAdminAPI',
  kinds: ['monitoring.coreos.com/Prometheus'],
  expression: 'object.?spec.?enableAdminAPI.orValue(false) == false',
  message: 'whoever reaches it removes what happened',
  remediation: 'remove enableAdminAPI',
  references: [Nsa.LOGGING],
});
