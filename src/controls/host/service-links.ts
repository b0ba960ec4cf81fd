import { Severity } from '../../model/severity';
import { Control } from '../control';
import { RemedyClass } from '../remedy';
import { Subject } from '../subject';

/** The names and addresses of all Services of a namespace are no business of every container. */
export const serviceLinks = new Control({
  id: 'service-links',
  title: 'Pods do not get every Service in their environment',
  recommendation: '10.2',
  severity: Severity.LOW,
  subject: Subject.POD,
  field: 'spec.enableServiceLinks',
  expression: 'pod.spec.?enableServiceLinks.orValue(true) == false',
  remedy: {
    remedyClass: RemedyClass.BEHAVIOURAL,
    fields: [{ path: 'spec.enableServiceLinks', value: false }],
  },
  message: 'its environment tells whoever breaks in every Service beside it',
  remediation: 'set enableServiceLinks to false',
  references: [],
});
