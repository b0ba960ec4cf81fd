import { API_LIFECYCLE_KINDS, apiLifecycleOf } from '../../model/api-lifecycle';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';

/** A deprecated API version is still served, and will not be by a version of Kubernetes that is known. What is gone already has a control of its own. */
export const deprecatedApiVersion = new InventoryControl({
  id: 'deprecated-api-version',
  title: 'Objects are of API versions that stay',
  recommendation: '16.1',
  severity: Severity.LOW,
  kinds: [...API_LIFECYCLE_KINDS],
  field: 'apiVersion',
  judge: ({ apiVersion, kind }, _inventory, { minor }) => {
    const { deprecated = Infinity, removed = Infinity, successor } = apiLifecycleOf(apiVersion, kind) ?? {};
    if (minor >= removed) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    return deprecated > minor || successor === undefined ? { outcome: Outcome.PASSED } : {
      outcome: Outcome.FAILED,
      faults: [{ path: ['apiVersion'], message: `Kubernetes deprecated ${apiVersion} ${kind} in 1.${deprecated} and serves it until 1.${removed - 1}: write ${successor}` }],
    };
  },
  message: 'its API version is deprecated: a newer Kubernetes refuses it',
  remediation: 'write the API version that takes its place, and compare the fields',
  references: [],
});
