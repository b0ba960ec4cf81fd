import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** The command of a hook that sleeps, in one line: `sleep 5`, `/bin/sh -c sleep 5`. */
const COMMAND = 'container.?lifecycle.?preStop.?exec.?command.orValue([]).map(word, string(word)).join(" ")';
const SLEEPS = `${COMMAND}.matches("^(\\\\S*sh -c )?\\\\S*sleep [0-9]{1,6}s?$")`;
const ITS_SECONDS = `int(${COMMAND}.find("[0-9]+s?$").replace("s", ""))`;

/** What is killed in the middle of its farewell drops its clients. The time of the hook counts, and what is left is for the program. */
export const preStopWithinGrace = new Control({
  id: 'pre-stop-within-grace',
  title: 'The preStop delay leaves time to stop',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'lifecycle.preStop',
  when: `container.?lifecycle.?preStop.?sleep.hasValue() || ${SLEEPS}`,
  expression: `container.lifecycle.preStop.?sleep.?seconds.orValue(${SLEEPS} ? ${ITS_SECONDS} : 0) < pod.spec.?terminationGracePeriodSeconds.orValue(30)`,
  message: 'it is killed before it has time to stop',
  remediation: 'raise terminationGracePeriodSeconds above the delay',
  references: [],
});
