import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl } from '../inventory-control';
import { judgeNamespaceOfMesh } from './istio';

/** Istio is permissive unless told otherwise: it encrypts for whom can, and serves everybody else in clear. */
export const meshMtlsPresent = new InventoryControl({
  id: 'mesh-mtls-present',
  title: 'Namespaces of the mesh require mutual TLS',
  recommendation: '5.1',
  severity: Severity.HIGH,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: (manifest, inventory) => judgeNamespaceOfMesh(manifest, inventory, 'security.istio.io/PeerAuthentication', ({ mtls }) => mtls?.mode === 'STRICT'),
  message: 'its pods also serve clients that neither encrypt nor prove who they are',
  remediation: 'add a PeerAuthentication without selector and with mtls.mode: STRICT',
  references: [Nsa.SERVICE_MESH, Nsa.ENCRYPTION, Owasp.K05],
});
