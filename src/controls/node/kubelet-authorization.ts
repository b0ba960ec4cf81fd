import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** With AlwaysAllow every certificate of the cluster opens every container of the node. */
export const kubeletAuthorization = new Control({
  id: 'kubelet-authorization',
  title: 'The kubelet asks the API server what a caller may do',
  recommendation: '2.2',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'authorization.mode',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: 'object.?authorization.?mode.orValue("Webhook") == "Webhook"',
  message: 'everybody whom it knows may do everything on its node',
  remediation: 'set authorization.mode to Webhook',
  references: [Cis.k8s('4.2.2'), Nsa.RBAC],
  _unguarded: FILE,
});
