import { Size, SizeRoundingBehavior } from 'cdk8s';
import { Container } from 'cdk8s-plus-28';

const ROUNDING = { rounding: SizeRoundingBehavior.NONE };

/** A size as Kubernetes writes it: in mebibytes where it is whole in them, else in kibibytes. */
export function quantityOf(size: Size): string {
  const kibibytes = size.toKibibytes(ROUNDING);
  return kibibytes % 1024 === 0 ? `${kibibytes / 1024}Mi` : `${kibibytes}Ki`;
}

/**
 * cdk8s-plus renders memory in whole mebibytes and disk in whole gibibytes, and throws on any other size. A container gets sizes that it can render;
 * `resourceQuantities` then writes them as the author did.
 */
export function exactSizes(container: Container): Container {
  for (const resource of ['memory', 'ephemeralStorage'] as const) {
    const amounts = container.resources?.[resource];
    if (amounts !== undefined) {
      const { request, limit } = amounts;
      const exact = { ...request && { request: exactSize(request) }, ...limit && { limit: exactSize(limit) } };
      Object.assign(container, { resources: { ...container.resources, [resource]: exact } });
    }
  }
  return container;
}

/** Writes the sizes of a rendered container. */
export function resourceQuantities(rendered: any, { resources }: Container): void {
  for (const [resource, amounts] of [['memory', resources?.memory], ['ephemeral-storage', resources?.ephemeralStorage]] as const) {
    for (const [list, size] of [['requests', amounts?.request], ['limits', amounts?.limit]] as const) {
      if (size !== undefined && rendered.resources?.[list]?.[resource] !== undefined) {
        rendered.resources[list][resource] = quantityOf(size);
      }
    }
  }
}

function exactSize(size: Size): Size {
  return Object.create(size, {
    toMebibytes: { value: (options = ROUNDING) => size.toMebibytes(options) },
    toGibibytes: { value: (options = ROUNDING) => size.toGibibytes(options) },
  });
}
