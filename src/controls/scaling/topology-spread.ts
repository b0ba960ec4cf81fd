import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Replicas on one node are lost together. */
export const topologySpread = new Control({
  id: 'topology-spread',
  title: 'Replicas are spread over nodes',
  recommendation: '12.3',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.template.spec',
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'argoproj.io/Rollout'],
  when: 'object.spec.?replicas.orValue(1) > 1 && has(object.spec.template)',
  expression: 'size(object.spec.template.spec.?topologySpreadConstraints.orValue([])) > 0'
    + ' || object.spec.template.spec.?affinity.?podAntiAffinity.hasValue()',
  message: 'its replicas may all be on the node that fails',
  remediation: 'add topologySpreadConstraints over kubernetes.io/hostname and topology.kubernetes.io/zone',
  references: [],
});
