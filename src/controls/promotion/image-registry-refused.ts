import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { IMAGE } from './image';

/** A registry that fell from trust, or must not be asked from production. */
export const imageRegistryRefused = new Control({
  id: 'image-registry-refused',
  title: 'Images come from no registry that the team refuses',
  recommendation: '1.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'image',
  expression: `!params.registries.exists(registry, ${IMAGE}.startsWith(registry + "/"))`,
  parameters: { registries: [] },
  message: 'its image comes from a registry that the team refuses',
  remediation: 'take the image from another registry',
  references: [Nsa.IMAGE],
});
