import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl } from '../inventory-control';
import { judgeNamespaceOfMesh } from './istio';

/** Where no policy of the mesh stands, every identity may call every workload. One that allows nothing leaves it to others to allow something. */
export const meshAuthorizationPresent = new InventoryControl({
  id: 'mesh-authorization-present',
  title: 'Namespaces of the mesh deny what no policy allows',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  kinds: ['Namespace'],
  field: 'metadata.name',
  judge: (manifest, inventory) => judgeNamespaceOfMesh(manifest, inventory, 'security.istio.io/AuthorizationPolicy',
    ({ action = 'ALLOW', rules = [] }) => action === 'ALLOW' && rules.length === 0),
  message: 'whoever is in the mesh may call its workloads',
  remediation: 'add an AuthorizationPolicy with an empty spec, and one that allows for each workload that is called',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
