import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';
import { inIstio } from './istio';
import { judgeReferences, Resolution } from '../reference-judgement';

/** Where no policy of the mesh stands, every identity may call every workload. */
export const meshAuthorizationPresent = new InventoryControl({
  id: 'mesh-authorization-present',
  title: 'Namespaces of the mesh deny what no policy allows',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: (manifest, inventory) => {
    if (!inIstio(manifest)) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const found = [manifest.name, 'istio-system'].some(namespace => inventory.ofKind('security.istio.io/AuthorizationPolicy', namespace)
      .some(({ object: { spec = {} } }) => spec.selector === undefined && spec.targetRefs === undefined && (spec.action ?? 'ALLOW') === 'ALLOW'
        && (spec.rules ?? []).length === 0));
    return judgeReferences([{ resolution: found ? Resolution.FOUND : Resolution.MISSING, fault: { path: ['metadata', 'name'] } }], inventory);
  },
  message: 'whoever is in the mesh may call its workloads',
  remediation: 'add an AuthorizationPolicy with an empty spec, and one that allows for each workload that is called',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
