import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { FILE } from '../node/file';
import { Subject } from '../subject';

/** What a namespace does not say, the configuration of the API server says. */
export const podSecurityDefault = new Control({
  id: 'pod-security-default',
  title: 'Namespaces that say nothing have Pod Security enforced',
  recommendation: '2.3',
  severity: Severity.HIGH,
  subject: Subject.OBJECT,
  field: 'plugins',
  kinds: ['apiserver.config.k8s.io/AdmissionConfiguration'],
  expression: 'object.?plugins.orValue([]).exists(plugin, plugin.name == "PodSecurity"'
    + ' && plugin.?configuration.?defaults.?enforce.orValue("privileged") in ["baseline", "restricted"])',
  message: 'a namespace without labels admits privileged pods',
  remediation: 'configure the plugin PodSecurity with defaults.enforce baseline or restricted',
  references: [Nsa.POD_SECURITY],
  _unguarded: FILE,
});
