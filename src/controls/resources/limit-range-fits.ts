import { excesses } from './limit-range-bounds';
import { Bounds, boundsOf, containersWithResources, resourcesOf, Written } from './limit-ranges';
import { both, Usage, amountsOf } from '../../inventory/demand-amounts';
import { usageOfPod } from '../../inventory/demand-of-pod';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { InjectedSidecar } from '../../model/platform-props';
import { Severity } from '../../model/severity';
import { Fault, InventoryControl, Outcome } from '../inventory-control';

const CLAIM = 'PersistentVolumeClaim';

/** Something that a LimitRange bounds, by its type. */
interface Bounded { readonly type: string; readonly requests: Written; readonly limits: Written; readonly path: Fault['path'] }

function boundedOf(manifest: Manifest, bounds: Bounds, sidecars: readonly InjectedSidecar[]): Bounded[] {
  const { object, pod, groupKind } = manifest;
  if (pod === undefined && groupKind !== CLAIM) {
    return [];
  }
  const claims: Bounded[] = [
    ...groupKind === CLAIM ? [claimOf(object, [])] : [],
    ...(object.spec?.volumeClaimTemplates ?? []).map((template: JsonObject, index: number) => claimOf(template, ['spec', 'volumeClaimTemplates', index])),
  ];
  if (pod === undefined) {
    return claims;
  }
  const path = [...pod.path, 'spec'];
  const containers = [...containersWithResources(pod.template)].map(({ container, path: place }): Bounded =>
    ({ type: 'Container', ...resourcesOf(container, bounds), path: [...path, ...place, 'resources'] }));
  return [...claims, ...containers, ...bounds.rows.some(({ type }) => type === 'Pod') ? [podOf(manifest, bounds, sidecars, path)] : []];
}

function claimOf({ spec }: JsonObject, path: Fault['path']): Bounded {
  return { type: CLAIM, requests: spec?.resources?.requests ?? {}, limits: spec?.resources?.requests ?? {}, path: [...path, 'spec', 'resources'] };
}

/** What a pod takes is what its containers take together, and those that the cluster adds. */
function podOf({ pod }: Manifest, { defaults }: Bounds, sidecars: readonly InjectedSidecar[], path: Fault['path']): Bounded {
  const usage: Usage = usageOfPod(pod!.template, { defaults: both(side => amountsOf(defaults[side])), sidecars, overhead: () => undefined });
  const written = (side: keyof Usage) => Object.fromEntries(Object.entries(usage[side]).map(([resource, amount]) => [resource, amount.toString()]));
  return { type: 'Pod', requests: written('requests'), limits: written('limits'), path };
}

/** A pod or claim that is out of bounds is refused. What the API server fills in counts. */
export const limitRangeFits = new InventoryControl({
  id: 'limit-range-fits',
  title: 'Containers, pods and claims are within the bounds of their LimitRange',
  recommendation: '12.1',
  severity: Severity.MEDIUM,
  field: 'spec',
  where: ({ pod, groupKind }) => pod !== undefined || groupKind === CLAIM,
  judge: (manifest, inventory, _target, { sidecars }) => {
    const bounds = boundsOf(manifest.namespace, inventory);
    const pairs = bounds.rows.length === 0 ? [] : boundedOf(manifest, bounds, sidecars)
      .flatMap(bounded => bounds.rows.filter(({ type }) => type === bounded.type).map(row => ({ bounded, row })));
    const faults = pairs.flatMap(({ bounded: { type, requests, limits, path }, row }) =>
      [...excesses(row, requests, limits)].map(({ field, resource, message }): Fault => ({
        path: type === 'Pod' ? path : [...path, type === 'Container' ? field : 'requests', resource],
        message: `${message}: the API server refuses it`,
      })));
    return { outcome: pairs.length === 0 ? Outcome.NOT_APPLICABLE : faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  parameters: { sidecars: [] },
  message: 'it is out of the bounds of its LimitRange: the API server refuses it',
  remediation: 'change its resources, or the LimitRange of its namespace',
  references: [],
});
