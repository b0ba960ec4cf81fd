import { API_LIFECYCLE_KINDS, apiLifecycleOf } from '../../model/api-lifecycle';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';

/** What the cluster no longer serves it refuses, so that an upgrade or a migration stops there. */
export const removedApiVersion = new InventoryControl({
  id: 'removed-api-version',
  title: 'Objects are of API versions that the target serves',
  recommendation: '16.1',
  severity: Severity.HIGH,
  kinds: [...API_LIFECYCLE_KINDS],
  field: 'apiVersion',
  judge: ({ apiVersion, kind }, _inventory, { minor }) => {
    const { removed = Infinity, successor } = apiLifecycleOf(apiVersion, kind) ?? {};
    const instead = successor === undefined ? 'nothing takes its place' : `write ${successor}`;
    return removed > minor ? { outcome: Outcome.PASSED } : {
      outcome: Outcome.FAILED,
      faults: [{ path: ['apiVersion'], message: `Kubernetes serves no ${apiVersion} ${kind} since 1.${removed}: ${instead}` }],
    };
  },
  message: 'the target does not serve its API version: it is refused',
  remediation: 'write the API version that takes its place, and compare the fields',
  references: [],
});
