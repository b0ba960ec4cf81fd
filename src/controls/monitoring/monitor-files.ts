import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A ServiceMonitor that names the file of a token has Prometheus send its own to the target: whoever may write one gets what Prometheus may read. */
export const monitorFiles = new Control({
  id: 'monitor-files',
  title: 'Who is scraped reads no file of Prometheus',
  recommendation: '3.3',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.endpoints',
  kinds: ['monitoring.coreos.com/ServiceMonitor'],
  expression: 'object.?spec.?endpoints.orValue([]).all(endpoint, !has(endpoint.bearerTokenFile)'
    + ' && !has(endpoint.?tlsConfig.orValue({}).caFile) && !has(endpoint.?tlsConfig.orValue({}).certFile)'
    + ' && !has(endpoint.?tlsConfig.orValue({}).keyFile))',
  message: 'Prometheus reads a file of its own for it: with bearerTokenFile it gives its token away',
  remediation: 'name a Secret in authorization.credentials or tlsConfig',
  references: [Nsa.SECRETS],
});
