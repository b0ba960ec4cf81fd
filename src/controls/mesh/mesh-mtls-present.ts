import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';
import { inIstio } from './istio';
import { judgeReferences, Resolution } from '../reference-judgement';

/** Istio is permissive unless told otherwise: it encrypts for whom can, and serves everybody else in clear. */
export const meshMtlsPresent = new InventoryControl({
  id: 'mesh-mtls-present',
  title: 'Namespaces of the mesh require mutual TLS',
  recommendation: '5.1',
  severity: Severity.HIGH,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: (manifest, inventory) => {
    if (!inIstio(manifest)) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    // A policy without a selector is for its namespace, and in the root namespace for the mesh.
    const found = [manifest.name, 'istio-system'].some(namespace => inventory.ofKind('security.istio.io/PeerAuthentication', namespace)
      .some(({ object: { spec } }) => spec?.selector === undefined && spec?.mtls?.mode === 'STRICT'));
    return judgeReferences([{ resolution: found ? Resolution.FOUND : Resolution.MISSING, fault: { path: ['metadata', 'name'] } }], inventory);
  },
  message: 'its pods also serve clients that neither encrypt nor prove who they are',
  remediation: 'add a PeerAuthentication without selector and with mtls.mode: STRICT',
  references: [Nsa.SERVICE_MESH, Nsa.ENCRYPTION, Owasp.K05],
});
