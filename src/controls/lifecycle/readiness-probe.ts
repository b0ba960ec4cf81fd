import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The platform learns from probes what happens in the application. */
export const readinessProbe = new Control({
  id: 'readiness-probe',
  title: 'Containers with ports have a readiness probe',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.containers',
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'argoproj.io/Rollout'],
  expression: 'pod.spec.?containers.orValue([]).all(c, size(c.?ports.orValue([])) == 0 || has(c.readinessProbe))',
  message: 'it gets traffic before it can serve it',
  remediation: 'add a readinessProbe that asks whether it can serve',
  references: [],
});
