import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Judgement, Outcome } from '../inventory-control';

/** The root of an authority signs itself; nobody else need. */
export const certificateSelfSigned = new InventoryControl({
  id: 'certificate-self-signed',
  title: 'Certificates are signed by an authority',
  recommendation: '8.6',
  severity: Severity.MEDIUM,
  kinds: ['cert-manager.io/Certificate'],
  field: 'spec.issuerRef',
  judge,
  message: 'it vouches for itself: clients cannot tell it from that of somebody else, so they do not verify it',
  remediation: 'name an issuer that has an authority: make one with a Certificate that isCA, signed by itself',
  references: [Nsa.ENCRYPTION],
});

function judge({ namespace, object }: Manifest, inventory: Inventory): Judgement {
  const { isCA, issuerRef: { group = 'cert-manager.io', kind = 'Issuer', name } = {} }: JsonObject = object.spec ?? {};
  if (isCA === true || group !== 'cert-manager.io' || name === undefined) {
    return { outcome: Outcome.NOT_APPLICABLE };
  }
  const issuer = inventory.find(`${group}/${kind}`, kind === 'ClusterIssuer' ? undefined : namespace, name);
  if (issuer === undefined) {
    return { outcome: inventory.complete ? Outcome.NOT_APPLICABLE : Outcome.UNDETERMINED };
  }
  return { outcome: issuer.object.spec?.selfSigned === undefined ? Outcome.PASSED : Outcome.FAILED };
}
