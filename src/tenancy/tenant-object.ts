import { TenantFacts } from './tenant-facts';
import { podTemplateOf } from '../model/pod-template';
import { CLUSTER_SCOPED, groupKindOf } from '../model/scope-of-kinds';
import { TENANCY_LABELS } from '../model/tenancy-labels';

const SAY_WHOSE: readonly string[] = Object.values(TENANCY_LABELS);

/**
 * An object as it stands in its tenant: with the tenant's labels, on the templates of its pods, Jobs and claims too, in the tenant's namespace, or in
 * none where its kind belongs to none.
 *
 * @param path of the construct, for errors
 * @throws if the object says that it is of another tenant: policies, quotas and audits select by these labels
 */
export function tenantObject(rendered: any, facts: TenantFacts, path: string): any {
  if (String(rendered.kind).endsWith('List') && Array.isArray(rendered.items)) {
    return { ...rendered, items: rendered.items.map((item: any) => tenantObject(item, facts, path)) };
  }
  rendered.metadata = inTenant(rendered.metadata, facts, path);
  if (CLUSTER_SCOPED.has(groupKindOf(rendered.apiVersion, rendered.kind))) {
    delete rendered.metadata.namespace;
  } else {
    rendered.metadata.namespace = ownNamespace(rendered.metadata.namespace, facts, path);
  }
  for (const template of templatesOf(rendered)) {
    template.metadata = inTenant(template.metadata, facts, path);
  }
  return rendered;
}

/** What objects are made from: pods, the Jobs of a CronJob, and claims. */
function templatesOf(rendered: any): any[] {
  const pod = podTemplateOf(rendered);
  const own = pod !== undefined && pod.path.length > 0 ? [pod.template] : [];
  const job = rendered.kind === 'CronJob' ? [rendered.spec?.jobTemplate] : [];
  const claims = rendered.spec?.volumeClaimTemplates;
  return [...own, ...job, ...Array.isArray(claims) ? claims : []].filter(template => template !== undefined && template !== null);
}

function inTenant(metadata: any, { labels, name }: TenantFacts, path: string): any {
  const written = metadata?.labels ?? {};
  for (const label of SAY_WHOSE) {
    if (Object.hasOwn(written, label) && written[label] !== labels[label]) {
      throw new Error(`${path}: the label ${label} says "${written[label]}", and its tenant "${name}" says "${labels[label]}": remove it, or make the object below its own tenant`);
    }
  }
  return { ...metadata, labels: { ...labels, ...written } };
}

function ownNamespace(written: unknown, { namespace, name }: TenantFacts, path: string): string {
  if (written !== undefined && written !== namespace) {
    throw new Error(`${path}: its namespace is "${written}", and its tenant "${name}" has "${namespace}": remove it, or make the object outside of the tenant`);
  }
  return namespace;
}
