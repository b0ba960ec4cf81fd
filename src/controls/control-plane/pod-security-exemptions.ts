import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** A user that is exempt creates privileged pods anywhere. */
export const podSecurityExemptions = new Control({
  id: 'pod-security-exemptions',
  title: 'Nobody is exempt from Pod Security but system namespaces',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'plugins',
  kinds: ['apiserver.config.k8s.io/AdmissionConfiguration'],
  expression: 'object.?plugins.orValue([]).all(plugin, plugin.?configuration.?exemptions.?usernames.orValue([]) == []'
    + ' && plugin.?configuration.?exemptions.?runtimeClasses.orValue([]) == []'
    + ' && plugin.?configuration.?exemptions.?namespaces.orValue([]).all(name, name in params.namespaces))',
  parameters: { namespaces: ['kube-system', 'kube-node-lease', 'kube-public'] },
  message: 'pods of those that it exempts are not checked at all',
  remediation: 'remove the exemptions; label the namespaces of the system, or add them to the parameters of this control',
  references: [Nsa.POD_SECURITY],
  _unguarded: FILE,
});
