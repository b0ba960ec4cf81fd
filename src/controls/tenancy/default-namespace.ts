import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** What Kubernetes itself makes there: the Service of the API server, with where it leads, and what it makes in every namespace. */
const OF_API_SERVER = '(object.kind in ["Service", "Endpoints", "EndpointSlice"] && object.metadata.?name.orValue("") == "kubernetes")'
  + ' || (object.kind == "ServiceAccount" && object.metadata.?name.orValue("") == "default")'
  + ' || (object.kind == "ConfigMap" && object.metadata.?name.orValue("") == "kube-root-ca.crt")';

/** Whatever names no namespace of its own lands there, beside everything else. */
export const defaultNamespace = new Control({
  id: 'default-namespace',
  title: 'Objects are not put in the default namespace',
  recommendation: '2.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'metadata.namespace',
  expression: `object.?metadata.?namespace.orValue("") != "default" || (${OF_API_SERVER})`,
  message: 'it shares the default namespace with whatever lands there',
  remediation: 'put it in a namespace of its tenant',
  references: [Cis.k8s('5.6.4'), Nsa.NAMESPACE],
});
