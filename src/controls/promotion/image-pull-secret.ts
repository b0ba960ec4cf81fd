import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';
import { IMAGE } from './image';

/** A pod that names its credential pulls on any node, and with rights of its own. */
export const imagePullSecret = new Control({
  id: 'image-pull-secret',
  title: 'Pods name a credential for private registries',
  recommendation: '1.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.imagePullSecrets',
  expression: 'size(pod.spec.?imagePullSecrets.orValue([])) > 0 || [pod.spec.?containers, pod.spec.?initContainers, pod.spec.?ephemeralContainers].all(list,'
    + `list.orValue([]).all(container, params.public.exists(registry, ${IMAGE}.startsWith(registry + "/"))))`,
  parameters: { public: [] },
  message: 'its images cannot be pulled where the node has no credential of its own',
  remediation: 'add imagePullSecrets, or the registry to the parameter public',
  references: [],
});
