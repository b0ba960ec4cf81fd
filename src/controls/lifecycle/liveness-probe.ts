import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The platform learns from probes what happens in the application. */
export const livenessProbe = new Control({
  id: 'liveness-probe',
  title: 'Containers with ports have a liveness probe',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.containers',
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'argoproj.io/Rollout'],
  expression: 'pod.spec.?containers.orValue([]).all(c, size(c.?ports.orValue([])) == 0 || has(c.livenessProbe))',
  message: 'nobody restarts it when it hangs',
  remediation: 'add a livenessProbe that asks whether it lives, not whether it can serve',
  references: [],
});
