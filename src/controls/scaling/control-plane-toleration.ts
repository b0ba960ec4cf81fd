import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** What gets out of a container on a node of the control plane has the keys of the cluster. A DaemonSet may be meant for every node. */
export const controlPlaneToleration = new Control({
  id: 'control-plane-toleration',
  title: 'Pods tolerate no taint of the control plane',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.tolerations',
  when: 'object.kind != "DaemonSet"',
  expression: 'pod.spec.?tolerations.orValue([]).all(toleration, !(toleration.?key.orValue("") in ["", "node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"]))',
  message: 'it may run beside the API server, its keys and its store',
  remediation: 'name the taints that it tolerates, and none of the control plane',
  references: [Nsa.CONTROL_PLANE],
});
