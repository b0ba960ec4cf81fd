import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A sandbox such as gVisor or Kata keeps a container from the kernel of its node. Without the parameter any class will do. */
export const runtimeClass = new Control({
  id: 'runtime-class',
  title: 'Pods name a runtime class that the team allows',
  recommendation: '8.5',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.runtimeClassName',
  expression: 'size(params.allowed) > 0 ? pod.spec.?runtimeClassName.orValue("") in params.allowed : pod.spec.?runtimeClassName.orValue("") != ""',
  parameters: { allowed: [] },
  message: 'it runs in the default runtime, or in one that the team does not allow',
  remediation: 'set runtimeClassName to a class of the parameter allowed',
  references: [Nsa.HARDENED_ENVIRONMENT],
});
