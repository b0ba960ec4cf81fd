import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';

/** A container that says nothing must not be refused by the quota, nor be boundless. */
export const limitRangeComplete = new InventoryControl({
  id: 'limit-range-complete',
  title: 'LimitRanges give containers defaults and a maximum',
  recommendation: '13.1',
  severity: Severity.LOW,
  kinds: ['LimitRange'],
  field: 'spec.limits',
  judge: (manifest, inventory) => {
    const all = inventory.ofKind('LimitRange', manifest.namespace);
    // They count together, and the first is told.
    if (all.find(({ judged }) => judged) !== manifest) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const rows: any[] = all.flatMap(({ object }) => object.spec?.limits ?? []).filter(({ type }) => type === 'Container');
    const missing = [['defaultRequest', 'cpu'], ['defaultRequest', 'memory'], ['default', 'memory'], ['max', 'memory']]
      // What is given as default is requested too.
      .filter(([field, resource]) => !rows.some(row => row[field]?.[resource] !== undefined || (field === 'defaultRequest' && row.default?.[resource] !== undefined)));
    return {
      outcome: missing.length > 0 ? Outcome.FAILED : Outcome.PASSED,
      faults: [{ path: ['spec', 'limits'], message: `no LimitRange of its namespace says ${missing.map(keys => keys.join('.')).join(', ')}` }],
    };
  },
  message: 'a container that says nothing of itself is refused, or is boundless',
  remediation: 'add default, defaultRequest and max for memory, and defaultRequest for cpu, of type Container',
  references: [Nsa.RESOURCE_POLICY],
});
