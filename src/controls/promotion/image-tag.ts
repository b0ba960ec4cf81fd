import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Without a tag, and with the tag latest, nobody knows what runs, and two pods of one workload may run two programs. */
export const imageTag = new Control({
  id: 'image-tag',
  title: 'Images have a tag that says what they are',
  recommendation: '3.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'image',
  // A digest ends as a tag does. Neither is longer.
  expression: 'container.?image.orValue("").matches(":[^:/]{1,128}$") && !params.moving.exists(tag, container.?image.orValue("").endsWith(":" + tag))',
  parameters: { moving: ['latest'] },
  message: 'its image has no tag, or one that is moved, such as latest: nobody knows what runs',
  remediation: 'reference the image by its digest, or by a tag that is never moved',
  references: [Cis.k8s('5.5.1'), Nsa.IMAGE],
});
