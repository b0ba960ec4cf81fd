import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Where several teams share a namespace, the name of a Secret says whose it is: a regular expression. */
export const secretName = new Control({
  id: 'secret-name',
  title: 'Pods read only Secrets of the names that the team agreed on',
  recommendation: '10.3',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec',
  expression: 'pod.spec.?volumes.orValue([]).all(volume, volume.?secret.?secretName.optMap(name, name.matches(params.pattern)).orValue(true))'
    + ' && [pod.spec.?containers, pod.spec.?initContainers, pod.spec.?ephemeralContainers].all(list, list.orValue([]).all(container,'
    + ' container.?env.orValue([]).all(variable, variable.?valueFrom.?secretKeyRef.?name.optMap(name, name.matches(params.pattern)).orValue(true))'
    + ' && container.?envFrom.orValue([]).all(source, source.?secretRef.?name.optMap(name, name.matches(params.pattern)).orValue(true))))',
  parameters: { pattern: '' },
  message: 'it reads a Secret whose name is not of the form that the team agreed on',
  remediation: 'read a Secret of your own',
  references: [],
});
