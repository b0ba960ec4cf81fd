import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { SERVES_OR_IS_ASKED } from './long-running';

/** The platform learns from probes what happens in the application. */
export const livenessProbe = new Control({
  id: 'liveness-probe',
  title: 'Containers with ports have a liveness probe',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'livenessProbe',
  when: SERVES_OR_IS_ASKED,
  expression: 'has(container.livenessProbe)',
  parameters: { withoutPorts: false },
  message: 'nobody restarts it when it hangs',
  remediation: 'add a livenessProbe that asks whether it lives, not whether it can serve',
  references: [],
});
