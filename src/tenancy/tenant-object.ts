import { TenantFacts } from './tenant-facts';
import { podTemplateOf } from '../model/pod-template';
import { CLUSTER_SCOPED, groupKindOf } from '../model/scope-of-kinds';

/** An object as it stands in its tenant: with the tenant's labels, on its pod template too, and without a namespace where its kind belongs to none. */
export function tenantObject(rendered: any, { labels }: TenantFacts): any {
  rendered.metadata.labels = { ...labels, ...rendered.metadata.labels };
  if (CLUSTER_SCOPED.has(groupKindOf(rendered.apiVersion, rendered.kind))) {
    delete rendered.metadata.namespace;
  }
  const pod = podTemplateOf(rendered);
  if (pod !== undefined && pod.path.length > 0) {
    const template = pod.template as { metadata?: Record<string, any> };
    template.metadata = { ...template.metadata, labels: { ...labels, ...template.metadata?.labels } };
  }
  return rendered;
}
