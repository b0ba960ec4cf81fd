import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** Where the mesh admits what it does not know, its identities protect nothing. */
export const meshInboundPolicy = new Control({
  id: 'mesh-inbound-policy',
  title: 'The mesh denies what no policy allows',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.annotations',
  when: 'object.?metadata.?annotations[?"config.linkerd.io/default-inbound-policy"].hasValue()',
  expression: 'object.metadata.annotations["config.linkerd.io/default-inbound-policy"] in ["deny", "cluster-authenticated", "all-authenticated"]',
  message: 'the mesh admits clients that it does not know',
  remediation: 'set config.linkerd.io/default-inbound-policy to deny',
  references: [Nsa.SERVICE_MESH],
});
