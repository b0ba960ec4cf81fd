import { LabelSelector } from '../../inventory/label-selector';
import { JsonObject } from '../../inventory/manifest';

/** What a Service selects, or nothing: without a selector its endpoints are made by others, and an ExternalName only renames. */
export function serviceSelector({ spec }: JsonObject): LabelSelector | undefined {
  const selector = spec?.selector;
  return selector === undefined || Object.keys(selector).length === 0 || spec.type === 'ExternalName' ? undefined : { matchLabels: selector };
}
