import { Catalogue } from '../controls/catalogue';
import { AdmissionExemption } from '../guard/exemption';
import { faultOf, ScopedAcknowledgement } from '../verify/acknowledgement';
import { today } from '../verify/day';

/** What a configuration accepts, parted into what can be an exemption in the cluster and what cannot. */
export interface Exemptions {
  readonly exemptions: readonly AdmissionExemption[];

  /** They are for a kind, a container, labels or a construct, or for every namespace: a policy exempts objects of a namespace. */
  readonly narrower: readonly ScopedAcknowledgement[];
}

/**
 * The acknowledgements of a `bulwark.yaml` as exemptions: those for a namespace, or an object in it.
 *
 * @throws if one is of no control, says no reason, or has expired
 */
export function exemptionsOf(rows: readonly ScopedAcknowledgement[], now?: string): Exemptions {
  const day = today(now);
  const known = (id: string) => Catalogue.all().find(control => control.id === id);
  for (const row of rows) {
    const fault = faultOf(row, known, day);
    if (fault !== undefined) {
      throw new Error(fault);
    }
  }
  const exempts = ({ scope: { namespace, kind, name, container, constructPath, labels } }: ScopedAcknowledgement) =>
    namespace !== undefined && [container, labels, constructPath].every(narrow => narrow === undefined) && (kind === undefined || name !== undefined);
  return {
    exemptions: rows.filter(exempts).map(({ id, reason, owner, until, scope: { namespace, name } }) =>
      ({ control: id, namespace, name, reason: `${reason} (${owner}${until === undefined ? '' : `, until ${until}`})` })),
    narrower: rows.filter(row => !exempts(row)),
  };
}
