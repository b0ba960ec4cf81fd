import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** k8s.gcr.io has had no new image since April 2023: what is there gets no fix, and may go. */
export const imageRegistryRetired = new Control({
  id: 'image-registry-retired',
  title: 'No image comes from a registry that was given up',
  recommendation: '1.1',
  severity: Severity.MEDIUM,
  subject: Subject.CONTAINER,
  field: 'image',
  expression: '!container.?image.orValue("").startsWith("k8s.gcr.io/")',
  message: 'its image comes from k8s.gcr.io, which gets no fixes since April 2023',
  remediation: 'use registry.k8s.io, where the same images are',
  references: [Cis.k8s('5.5.1'), Nsa.IMAGE],
});
