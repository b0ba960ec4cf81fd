import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** A tag is resolved once for each node where it is not pulled always: what a registry has revoked or replaced runs on, and a private image runs for whoever is on its node. */
export const imagePullPolicy = new Control({
  id: 'image-pull-policy',
  title: 'Images without a digest are pulled always',
  recommendation: '6.4',
  severity: Severity.LOW,
  subject: Subject.CONTAINER,
  field: 'imagePullPolicy',
  expression: 'container.?image.orValue("").contains("@") || (container.?image.orValue("").matches(":[^:/]{1,128}$") && !container.?image.orValue("").endsWith(":latest")'
    + ' ? container.?imagePullPolicy.orValue("IfNotPresent") : container.?imagePullPolicy.orValue("Always")) == "Always"',
  message: 'it runs what its node has under this tag, whoever pulled it and when',
  remediation: 'reference the image by its digest, or set imagePullPolicy to Always',
  references: [Cis.k8s('1.2.11'), Nsa.IMAGE],
});
