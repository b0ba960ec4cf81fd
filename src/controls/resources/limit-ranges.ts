import { Inventory } from '../../inventory/inventory';
import { JsonObject } from '../../inventory/manifest';
import { PodTemplate } from '../../model/pod-template';

/** Amounts of any resource, as they are written. */
export type Written = { readonly [resource: string]: unknown };

/** What the LimitRanges of a namespace say of a container that says nothing, and the bounds of what is in it. */
export interface Bounds {
  readonly defaults: { readonly requests: Written; readonly limits: Written };

  /** One a row of a LimitRange: `type`, `min`, `max` and `maxLimitRequestRatio`. */
  readonly rows: readonly JsonObject[];
}

/** The LimitRanges of a namespace together. */
export function boundsOf(namespace: string, inventory: Inventory): Bounds {
  return inventory.once('limit-ranges', namespace, () => boundsFrom(inventory.ofKind('LimitRange', namespace).flatMap(({ object }) => object.spec?.limits ?? [])));
}

/** As the API server fills them in: a maximum is a default limit, that is a default request, and so is a minimum where nothing else is. */
function boundsFrom(rows: readonly JsonObject[]): Bounds {
  const containers = rows.filter(({ type }) => type === 'Container').map(row => {
    const limits = { ...row.max, ...row.default };
    return { limits, requests: { ...row.min, ...limits, ...row.defaultRequest } };
  });
  const first = (side: 'requests' | 'limits') => containers.reduceRight<Written>((others, row) => ({ ...others, ...row[side] }), {});
  return { defaults: { requests: first('requests'), limits: first('limits') }, rows };
}

/** What a container requests and may use once the API server has filled in what it does not say. */
export function resourcesOf({ resources }: JsonObject, { defaults }: Bounds): { readonly requests: Written; readonly limits: Written } {
  return { requests: { ...defaults.requests, ...resources?.requests }, limits: { ...defaults.limits, ...resources?.limits } };
}

/** A container and where it stands in the specification of its pod. */
export interface Placed { readonly container: JsonObject; readonly path: readonly (string | number)[] }

/** The containers that have resources: ephemeral ones cannot. */
export function* containersWithResources({ spec }: PodTemplate): Generator<Placed> {
  for (const list of ['containers', 'initContainers']) {
    for (const [index, container] of ((spec[list] ?? []) as JsonObject[]).entries()) {
      yield { container, path: [list, index] };
    }
  }
}
