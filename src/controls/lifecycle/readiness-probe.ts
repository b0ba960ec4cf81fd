import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { SERVES_OR_IS_ASKED } from './long-running';

/** The platform learns from probes what happens in the application. */
export const readinessProbe = new Control({
  id: 'readiness-probe',
  title: 'Containers with ports have a readiness probe',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'readinessProbe',
  when: SERVES_OR_IS_ASKED,
  expression: 'has(container.readinessProbe)',
  parameters: { withoutPorts: false },
  message: 'it gets traffic before it can serve it',
  remediation: 'add a readinessProbe that asks whether it can serve',
  references: [],
});
