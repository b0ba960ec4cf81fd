import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';
import { serviceAccountName } from './service-account-name';

/**
 * A token of the API server lies in every container that does not refuse it. Where the pod says nothing its ServiceAccount decides, if it is in
 * the input.
 */
export const serviceAccountToken = new Control({
  id: 'service-account-token',
  title: 'Pods do not mount the token of their service account',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.automountServiceAccountToken',
  expression: 'pod.spec.?automountServiceAccountToken.orValue(true) == false',
  _elsewhere: (manifest, inventory) => {
    const { name = 'default' } = serviceAccountName(manifest);
    return manifest.pod?.template.spec.automountServiceAccountToken === undefined
      && inventory.find('ServiceAccount', manifest.namespace, name)?.object.automountServiceAccountToken === false;
  },
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    fields: [{ path: 'spec.automountServiceAccountToken', value: false }],
  },
  message: 'whoever breaks in finds a token of the API server',
  remediation: 'set automountServiceAccountToken to false, and project a token with audience and expiry where one is needed',
  references: [Cis.k8s('5.1.6'), Nsa.SERVICE_ACCOUNT_TOKEN, Owasp.K08],
});
