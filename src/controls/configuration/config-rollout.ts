import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What rolls the pods of a workload when their configuration changes: a hash on the template, or a controller that is asked to. */
const ROLLED = '(pod.?metadata.?annotations.orValue({}).exists(name, name == "cdk8s-bulwark/config-hash" || name.startsWith("checksum/"))'
  + ' || object.?metadata.?annotations.orValue({}).exists(name, name.startsWith("reloader.stakater.com/") || name == "configmap.reloader.stakater.com/reload"))';

/** kustomize ends the name of a ConfigMap with a hash: a change is another ConfigMap, and so another template. */
const HASHED = '.?name.orValue("").matches("-[2456789bcdfghkmt]{10}$")';

/** The environment of a container is read when it starts: a change reaches those replicas that happen to restart. Files are replaced while it runs. */
export const configRollout = new Control({
  id: 'config-rollout',
  title: 'Pods are rolled when their configuration changes',
  recommendation: '8.8',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.annotations',
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'argoproj.io/Rollout'],
  expression: `${ROLLED} || (pod.spec.?containers.orValue([]) + pod.spec.?initContainers.orValue([])).all(container,`
    + ` container.?envFrom.orValue([]).all(source, !has(source.configMapRef) || source.configMapRef${HASHED})`
    + ` && container.?env.orValue([]).all(variable, !variable.?valueFrom.?configMapKeyRef.hasValue() || variable.valueFrom.configMapKeyRef${HASHED}))`,
  message: 'a change of its ConfigMap reaches some of its replicas, at their next restart',
  remediation: 'add an annotation such as checksum/config with a hash of the configuration to the pod template',
  references: [],
});
