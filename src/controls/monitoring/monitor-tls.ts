import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Where the certificate of a target is not verified, its metrics and the token of Prometheus go to whoever answers. */
export const monitorTls = new Control({
  id: 'monitor-tls',
  title: 'Prometheus verifies what it scrapes',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec',
  kinds: ['monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor', 'monitoring.coreos.com/Probe'],
  expression: '(object.?spec.?endpoints.orValue([]) + object.?spec.?podMetricsEndpoints.orValue([])'
    + ' + [object.?spec.orValue({})]).all(endpoint, endpoint.?tlsConfig.?insecureSkipVerify.orValue(false) == false)',
  message: 'Prometheus takes metrics from whoever answers, and gives him its token',
  remediation: 'remove insecureSkipVerify, and give the authority of the target in tlsConfig.ca',
  references: [Nsa.ENCRYPTION],
});
