import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { boundsOf } from '../resources/limit-ranges';

/**
 * A container that says nothing must not be refused by the quota, nor be boundless. A maximum of memory is its default limit and request too, where
 * nothing else is written; CPU needs no limit, but a request.
 */
export const limitRangeComplete = new InventoryControl({
  id: 'limit-range-complete',
  title: 'LimitRanges give containers a maximum of memory and a request of CPU',
  recommendation: '13.1',
  severity: Severity.LOW,
  kinds: ['LimitRange'],
  field: 'spec.limits',
  judge: (manifest, inventory) => {
    // They count together, and the first is told.
    if (inventory.ofKind('LimitRange', manifest.namespace).find(({ judged }) => judged) !== manifest) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const { defaults, rows } = boundsOf(manifest.namespace, inventory);
    const missing = [
      ...rows.some(({ type, max }) => type === 'Container' && max?.memory !== undefined) ? [] : ['max.memory'],
      ...defaults.requests.cpu === undefined ? ['defaultRequest.cpu'] : [],
    ];
    return {
      outcome: missing.length > 0 ? Outcome.FAILED : Outcome.PASSED,
      faults: [{ path: ['spec', 'limits'], message: `no LimitRange of its namespace says ${missing.join(' and ')} of containers` }],
    };
  },
  message: 'a container that says nothing of itself is refused, or is boundless',
  remediation: 'add max.memory and defaultRequest.cpu, of type Container',
  references: [Nsa.RESOURCE_POLICY],
});
