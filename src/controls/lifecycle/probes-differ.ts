import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A liveness probe that asks what the readiness probe asks restarts a program that is only busy, under load of all times. */
export const probesDiffer = new Control({
  id: 'probes-differ',
  title: 'Liveness and readiness probes differ',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'livenessProbe',
  when: 'has(container.livenessProbe) && has(container.readinessProbe)',
  expression: 'container.livenessProbe != container.readinessProbe',
  message: 'it is restarted whenever it is busy',
  remediation: 'let livenessProbe ask whether it hangs, with a longer period or a higher failureThreshold',
  references: [],
});
