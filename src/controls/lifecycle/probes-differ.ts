import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** CEL: how long a probe may fail before it counts, in seconds. */
const patience = (probe: string) => `container.${probe}.?periodSeconds.orValue(10) * container.${probe}.?failureThreshold.orValue(3)`;

/** CEL: whether both ask the same. */
const SAME_QUESTION = '["httpGet", "tcpSocket", "exec", "grpc"].all(how, container.livenessProbe[?how] == container.readinessProbe[?how])';

/**
 * A program that is too busy to answer is taken out of service by its readiness probe. A liveness probe that asks the same and waits no longer
 * restarts it at that moment, and sends its load to the others.
 */
export const probesDiffer = new Control({
  id: 'probes-differ',
  title: 'Liveness probes ask something else than readiness probes, or wait longer',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'livenessProbe',
  when: 'has(container.livenessProbe) && has(container.readinessProbe)',
  expression: `!${SAME_QUESTION} || ${patience('livenessProbe')} > ${patience('readinessProbe')}`,
  message: 'it is restarted whenever it is too busy to answer',
  remediation: 'let livenessProbe ask whether it hangs, or give it a higher periodSeconds or failureThreshold',
  references: [],
});
