import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

const HOOK = 'container.?lifecycle.?preStop';

/** The command of a hook that sleeps, in one line: `sleep 5`, `/bin/sh -c sleep 5`. */
const COMMAND = 'words.map(word, string(word)).join(" ")';
const SLEEPS = `${HOOK}.?exec.?command.optMap(words, ${COMMAND}.matches("^(\\\\S*sh -c )?\\\\S*sleep [0-9]{1,6}s?$")).orValue(false)`;
const ITS_SECONDS = `${HOOK}.?exec.?command.optMap(words, int(${COMMAND}.find("[0-9]{1,6}s?$").replace("s", ""))).orValue(0)`;

/** What is killed in the middle of its farewell drops its clients. The time of the hook counts, and what is left is for the program. */
export const preStopWithinGrace = new Control({
  id: 'pre-stop-within-grace',
  title: 'The preStop delay leaves time to stop',
  recommendation: '11.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'lifecycle.preStop',
  when: `${HOOK}.?sleep.hasValue() || ${SLEEPS}`,
  expression: `${HOOK}.?sleep.?seconds.orValue(${SLEEPS} ? ${ITS_SECONDS} : 0) < pod.spec.?terminationGracePeriodSeconds.orValue(30)`,
  message: 'it is killed before it has time to stop',
  remediation: 'raise terminationGracePeriodSeconds above the delay',
  references: [],
});
