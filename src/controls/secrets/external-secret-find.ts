import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/** What finds by a name that fits everything copies the whole store into the namespace, with every secret that is put there later. */
export const externalSecretFind = new Control({
  id: 'external-secret-find',
  title: 'A namespace gets the secrets that it needs from a store',
  recommendation: '10.3',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.dataFrom',
  kinds: ['external-secrets.io/ExternalSecret'],
  expression: 'object.?spec.?dataFrom.orValue([]).all(source, !has(source.find) || has(source.find.path)'
    + ' || source.find.?tags.orValue({}).size() > 0 || !(source.find.?name.?regexp.orValue("") in ["", ".", ".*", ".+", "^.*$", "^.+$"]))',
  message: 'it copies every secret that its store gives it into the namespace',
  remediation: 'name the secrets, or find them by a path, a tag or the beginning of their name',
  references: [Nsa.SECRETS, Owasp.K03],
});
