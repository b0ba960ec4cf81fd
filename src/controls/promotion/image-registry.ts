import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';
import { IMAGE } from './image';

/** Images come from registries that the team trusts. */
export const imageRegistry = new Control({
  id: 'image-registry',
  title: 'Images come from a trusted registry',
  recommendation: '1.1',
  severity: Severity.HIGH,
  subject: Subject.CONTAINER,
  field: 'image',
  when: 'size(params.registries) > 0',
  expression: `params.registries.exists(registry, ${IMAGE}.startsWith(registry + "/"))`,
  parameters: { registries: [] },
  message: 'its image comes from a registry that is not trusted',
  remediation: 'mirror the image to a trusted registry, or add the registry to the parameter registries',
  references: [Cis.k8s('5.5.1'), Nsa.IMAGE],
});
