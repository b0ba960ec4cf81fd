import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A tag can be moved to another image after it was verified; a digest cannot. */
export const imageDigest = new Control({
  id: 'image-digest',
  title: 'Images are referenced by digest',
  recommendation: '1.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'image',
  expression: 'container.?image.orValue("").matches("@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$")',
  message: 'its image is referenced by a tag that can be moved',
  remediation: 'reference the image by its digest',
  references: [Cis.k8s('5.5.1'), Nsa.IMAGE],
});
