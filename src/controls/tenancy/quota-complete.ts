import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { boundsAllPods } from './resource-quotas';

/** What one tenant can take from all, with the older names that mean the same. */
const BOUNDED: { readonly [resource: string]: readonly string[] } = {
  'pods': ['pods', 'count/pods'],
  'requests.cpu': ['requests.cpu', 'cpu'],
  'requests.memory': ['requests.memory', 'memory'],
  'limits.memory': ['limits.memory'],
  'requests.ephemeral-storage': ['requests.ephemeral-storage', 'ephemeral-storage'],
  'persistentvolumeclaims': ['persistentvolumeclaims', 'count/persistentvolumeclaims'],
  'requests.storage': ['requests.storage'],
  'services.loadbalancers': ['services.loadbalancers'],
  'services.nodeports': ['services.nodeports'],
};

/** A quota that forgets a resource leaves that one to whoever takes it first. */
export const quotaComplete = new InventoryControl({
  id: 'quota-complete',
  title: 'Quotas bound everything that tenants share',
  recommendation: '13.1',
  severity: Severity.LOW,
  kinds: ['ResourceQuota'],
  field: 'spec.hard',
  judge: (manifest, inventory, _target, parameters) => {
    const all = inventory.ofKind('ResourceQuota', manifest.namespace).filter(boundsAllPods);
    // They count together, and the first is told.
    if (all.find(({ judged }) => judged) !== manifest) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const bounded = new Set(all.flatMap(quota => Object.keys(quota.object.spec?.hard ?? {})));
    const missing = (parameters.resources as string[]).filter(resource => !(BOUNDED[resource] ?? [resource]).some(name => bounded.has(name)));
    return {
      outcome: missing.length > 0 ? Outcome.FAILED : Outcome.PASSED,
      faults: [{ path: ['spec', 'hard'], message: `no quota of its namespace bounds ${missing.join(', ')}` }],
    };
  },
  parameters: { resources: Object.keys(BOUNDED) },
  message: 'a resource is left to whoever takes it first',
  remediation: 'add the resource to spec.hard',
  references: [Nsa.RESOURCE_POLICY],
});
