import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { LISTENS } from './long-running';

/** Clients are sent to a pod for some seconds after it was told to stop. */
export const preStopDelay = new Control({
  id: 'pre-stop-delay',
  title: 'Servers wait for their clients before they stop',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'lifecycle.preStop',
  kinds: ['apps/Deployment', 'argoproj.io/Rollout'],
  when: LISTENS,
  expression: 'container.?lifecycle.?preStop.hasValue()',
  message: 'clients that are still sent to it get an error at each rollout',
  remediation: 'add lifecycle.preStop with a sleep of some seconds',
  references: [],
});
