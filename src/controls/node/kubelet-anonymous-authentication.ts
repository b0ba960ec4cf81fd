import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { FILE } from './file';

/** The kubelet starts and enters every container of its node. */
export const kubeletAnonymousAuthentication = new Control({
  id: 'kubelet-anonymous-authentication',
  title: 'The kubelet serves nobody whom it does not know',
  recommendation: '2.2',
  severity: Severity.CRITICAL,
  subject: Subject.OBJECT,
  field: 'authentication.anonymous.enabled',
  kinds: ['kubelet.config.k8s.io/KubeletConfiguration'],
  expression: '!object.?authentication.?anonymous.?enabled.orValue(false)',
  message: 'whoever reaches its port may be served without a name',
  remediation: 'set authentication.anonymous.enabled to false',
  references: [Cis.k8s('4.2.1'), Nsa.AUTHENTICATION],
  _unguarded: FILE,
});
