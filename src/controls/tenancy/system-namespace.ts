import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Whoever may change pods of a system namespace may change the cluster, and policies often leave it alone. */
export const systemNamespace = new Control({
  id: 'system-namespace',
  title: 'Workloads are not put in the namespaces of the system',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'metadata.namespace',
  expression: '!(object.?metadata.?namespace.orValue("") in ["kube-system", "kube-public", "kube-node-lease"])'
    + ' || pod.?metadata.?labels.?tier.orValue("") == "control-plane"',
  message: 'it is where the components of the cluster are: who changes it may change them, and policies often leave that namespace alone',
  remediation: 'put it in a namespace of its own',
  references: [Nsa.NAMESPACE],
  _unguarded: 'what the cluster itself runs there must be let in',
});
