import { LabelSelector, matchesLabels } from '../../inventory/label-selector';
import { JsonObject } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { selectorIn } from '../shape';

export const NAMESPACE = 'io.kubernetes.pod.namespace';
const ACCOUNT = 'io.cilium.k8s.policy.serviceaccount';
const OF_NAMESPACE = 'io.cilium.k8s.namespace.labels.';

/** Where a label comes from may stand before it; there is one that is not of Kubernetes, and no pod has it. */
const PREFIX = /^(k8s|any)[:.]/;

const known = new WeakMap<Workload, { readonly [label: string]: string }>();

/** A workload's labels as Cilium has them: with its namespace, what that is labelled with, and its service account. */
function ciliumLabels(workload: Workload): { readonly [label: string]: string } {
  const found = known.get(workload) ?? {
    ...workload.labels,
    [NAMESPACE]: workload.namespace,
    [ACCOUNT]: workload.serviceAccount,
    ...Object.fromEntries(Object.entries(workload.namespaceLabels).map(([label, value]) => [`${OF_NAMESPACE}${label}`, value])),
  };
  known.set(workload, found);
  return found;
}

/**
 * Whom a selector of Cilium is about.
 *
 * @param own the namespace it is confined to, unless it names one itself; none for a policy of the cluster
 * @throws if it has not the shape that it must have
 */
export function ciliumSelector(value: unknown, field: string, own: string | undefined): (workload: Workload) => boolean {
  const { matchLabels, matchExpressions }: LabelSelector = selectorIn(value, field);
  const selector: LabelSelector = {
    matchLabels: Object.fromEntries(Object.entries(matchLabels ?? {}).map(([label, text]) => [label.replace(PREFIX, ''), text])),
    matchExpressions: (matchExpressions ?? []).map((each: JsonObject) => ({ ...each, key: String(each.key).replace(PREFIX, '') } as any)),
  };
  const labels = [...Object.keys(selector.matchLabels!), ...selector.matchExpressions!.map(({ key }) => key)];
  const isConfined = own !== undefined && !labels.some(label => label === NAMESPACE || label.startsWith(OF_NAMESPACE));
  return workload => (!isConfined || workload.namespace === own) && matchesLabels(selector, ciliumLabels(workload));
}
