import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Even sysctls that Pod Security counts as safe change how a node behaves. The parameters have regular expressions. */
export const refusedSysctls = new Control({
  id: 'refused-sysctls',
  title: 'Pods set no sysctl that the team refuses',
  recommendation: '2.3',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.securityContext.sysctls',
  expression: 'pod.spec.?securityContext.?sysctls.orValue([]).all(sysctl, !params.refused.exists(pattern, sysctl.name.matches(pattern))'
    + ' && (size(params.allowed) == 0 || params.allowed.exists(pattern, sysctl.name.matches(pattern))))',
  parameters: { refused: [], allowed: [] },
  message: 'it sets a sysctl that the team refuses',
  remediation: 'remove it from securityContext.sysctls',
  references: [],
});
