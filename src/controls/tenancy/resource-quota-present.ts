import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl } from '../inventory-control';
import { judgeNamespace } from './namespace-judgement';

/** Scopes that are all pods together. */
const HALVES = [['Terminating', 'NotTerminating'], ['BestEffort', 'NotBestEffort']];

/** Tenants share a cluster fairly only where each has its bounds. A quota with a scope bounds the pods of its scope alone. */
export const resourceQuotaPresent = new InventoryControl({
  id: 'resource-quota-present',
  title: 'Namespaces have a ResourceQuota',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  kinds: [],
  field: 'metadata.namespace',
  judge: (manifest, inventory) => judgeNamespace(manifest, inventory, where => boundsEveryPod(inventory.ofKind('ResourceQuota', where))),
  message: 'no ResourceQuota bounds the namespace: one tenant can take everything the cluster has',
  remediation: 'add a ResourceQuota without scopes to the namespace',
  references: [Nsa.RESOURCE_POLICY],
});

function boundsEveryPod(quotas: readonly Manifest[]): boolean {
  const scopes = quotas.map(({ object }) => scopesOf(object));
  return scopes.some(({ length }) => length === 0)
    || HALVES.some(halves => halves.every(half => scopes.some(own => own.length === 1 && own[0] === half)));
}

function scopesOf({ spec }: JsonObject): readonly string[] {
  const selected: readonly JsonObject[] = spec?.scopeSelector?.matchExpressions ?? [];
  return [...spec?.scopes ?? [], ...selected.map(({ scopeName, operator }) => operator === 'Exists' ? scopeName : `${scopeName} ${operator}`)];
}
