import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** A probe that starts a program every few seconds can take a node. The parameter has regular expressions for its words. */
export const probeCommand = new Control({
  id: 'probe-command',
  title: 'Probes run no command that the team refuses',
  recommendation: '11.1',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'livenessProbe',
  expression: '[container.?livenessProbe, container.?readinessProbe, container.?startupProbe].all(probe, !params.refused.exists(pattern, probe.?exec.?command.orValue([]).exists(word, word.matches(pattern))))',
  parameters: { refused: [] },
  message: 'its probe runs a command that the team refuses, such as one that is slow or leaves processes behind',
  remediation: 'use a probe over HTTP or gRPC, or another command',
  references: [],
});
