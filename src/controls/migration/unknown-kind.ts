import { API_LIFECYCLES } from '../../model/api-lifecycle';
import { KUBERNETES_KINDS } from '../../model/kubernetes-kinds';
import { groupKindOf } from '../../model/scope-of-kinds';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';

/** Kinds that were there once: removed-api-version finds them. */
const REMOVED = new Set(API_LIFECYCLES.flatMap(({ apiVersion, kinds }) => kinds.map(kind => groupKindOf(apiVersion, kind))));

/** What Kubernetes does not know it refuses. Until then nobody judges it: it looks like a Deployment and is none. */
export const unknownKind = new InventoryControl({
  id: 'unknown-kind',
  title: 'Objects are of kinds that Kubernetes has',
  recommendation: '8.8',
  severity: Severity.HIGH,
  kinds: [],
  field: 'kind',
  judge: ({ group, apiVersion, kind, groupKind }) => {
    const kinds = Object.prototype.hasOwnProperty.call(KUBERNETES_KINDS, group) ? KUBERNETES_KINDS[group] : undefined;
    if (kinds === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    return kinds.includes(kind) || REMOVED.has(groupKind) ? { outcome: Outcome.PASSED } : {
      outcome: Outcome.FAILED,
      faults: [{ path: ['kind'], message: `Kubernetes has no ${kind} in ${apiVersion}${meant(kind)}: it is refused, and no other control judges it` }],
    };
  },
  message: 'Kubernetes does not know its kind: it is refused, and no other control judges it',
  remediation: 'correct apiVersion or kind',
  references: [],
});

/** What is called nearly so. */
function meant(written: string): string {
  const found = Object.entries(KUBERNETES_KINDS).flatMap(([group, kinds]) => kinds.map(kind => ({ group, kind })))
    .find(({ kind }) => kind.toLowerCase() === written.toLowerCase());
  return found === undefined ? '' : `; ${found.kind} is ${found.group === '' ? 'of v1' : `in ${found.group}`}`;
}
