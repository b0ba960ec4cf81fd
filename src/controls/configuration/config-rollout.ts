import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** What changes beneath running pods is read by those that happen to restart. */
export const configRollout = new Control({
  id: 'config-rollout',
  title: 'Pods are rolled when their configuration changes',
  recommendation: '8.8',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.annotations',
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'argoproj.io/Rollout'],
  expression: 'pod.?metadata.?annotations.orValue({}).exists(name, name == "cdk8s-bulwark/config-hash" || name.startsWith("checksum/"))'
    + ' || (pod.spec.?containers.orValue([]) + pod.spec.?initContainers.orValue([])).all(c, c.?envFrom.orValue([]).all(source, !has(source.configMapRef))'
    + ' && c.?env.orValue([]).all(variable, !variable.?valueFrom.?configMapKeyRef.hasValue()))',
  message: 'a change of its ConfigMap reaches some of its replicas, at their next restart',
  remediation: 'add an annotation with a hash of the configuration to the pod template',
  references: [],
});
