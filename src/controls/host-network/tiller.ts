import { Known, labelled, runs } from './runs';
import { POD_TEMPLATE_GROUP_KINDS } from '../../model/pod-template';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';

const TILLER: Known = { image: /(^|\/)tiller([:@]|$)/, labels: { name: 'tiller' } };

/** The server half of Helm 2, which ended in 2020: it may do everything, and does it for whoever reaches its port. */
export const tiller = new InventoryControl({
  id: 'tiller',
  title: 'Tiller of Helm 2 does not run',
  recommendation: '4.2',
  severity: Severity.CRITICAL,
  kinds: ['Service', ...POD_TEMPLATE_GROUP_KINDS],
  judge: manifest => {
    const { object: { metadata, spec }, groupKind } = manifest;
    const offers = groupKind === 'Service' && (labelled(metadata?.labels, TILLER.labels) || labelled(spec?.selector, TILLER.labels));
    const faults = offers ? [{ path: ['metadata', 'name'] }] : runs(manifest, TILLER);
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'whoever reaches it may do everything in the cluster, without saying who it is',
  remediation: 'remove it, and move releases to Helm 3 or newer',
  references: [Nsa.AUTHENTICATION, Owasp.K06],
});
