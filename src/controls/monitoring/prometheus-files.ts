import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** Whoever may write a ServiceMonitor in any namespace gets the token of Prometheus otherwise. */
export const prometheusFiles = new Control({
  id: 'prometheus-files',
  title: 'Prometheus reads no file for who asks to be scraped',
  recommendation: '3.3',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.arbitraryFSAccessThroughSMs.deny',
  kinds: ['monitoring.coreos.com/Prometheus', 'monitoring.coreos.com/PrometheusAgent'],
  expression: 'object.?spec.?arbitraryFSAccessThroughSMs.?deny.orValue(false) == true',
  message: 'whoever writes a ServiceMonitor has its files sent to him, and so its token',
  remediation: 'set arbitraryFSAccessThroughSMs.deny to true',
  remedy: { remedyClass: RemedyClass.BEHAVIOURAL, fields: [{ path: 'spec.arbitraryFSAccessThroughSMs.deny', value: true }] },
  references: [Nsa.SECRETS],
});
