import { LabelSelector, matchesLabels } from '../../inventory/label-selector';
import { JsonObject } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import type { OwnSelection } from '../peer-selection';
import { selectorIn } from '../shape';
import { NAME_OF_NAMESPACE } from '../workloads';

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

/** What a selector of Cilium says, without where its labels come from, and whether it is confined to the namespace of its policy. */
interface Selector extends Required<LabelSelector> { readonly isConfined: boolean }

function selectorOf(value: unknown, field: string, own: string | undefined): Selector {
  const { matchLabels, matchExpressions }: LabelSelector = selectorIn(value, field);
  const selector = {
    matchLabels: Object.fromEntries(Object.entries(matchLabels ?? {}).map(([label, text]) => [label.replace(PREFIX, ''), text])),
    matchExpressions: (matchExpressions ?? []).map((each: JsonObject) => ({ ...each, key: String(each.key).replace(PREFIX, '') } as any)),
  };
  const labels = [...Object.keys(selector.matchLabels), ...selector.matchExpressions.map(({ key }) => key)];
  return { ...selector, isConfined: own !== undefined && !labels.some(label => label === NAMESPACE || label.startsWith(OF_NAMESPACE)) };
}

/**
 * Whom a selector of Cilium is about.
 *
 * @param own the namespace it is confined to, unless it names one itself; none for a policy of the cluster
 * @throws if it has not the shape that it must have
 */
export function ciliumSelector(value: unknown, field: string, own: string | undefined): (workload: Workload) => boolean {
  const { isConfined, ...selector } = selectorOf(value, field, own);
  return workload => (!isConfined || workload.namespace === own) && matchesLabels(selector, ciliumLabels(workload));
}

/** What finds all whom a selector is about, and perhaps some more, without looking at every workload; nothing where nothing does. */
export function ciliumSelection(value: unknown, field: string, own: string | undefined): OwnSelection | undefined {
  const { isConfined, matchLabels, matchExpressions } = selectorOf(value, field, own);
  const ofNamespace = Object.entries(matchLabels).flatMap(([label, text]) =>
    label === NAMESPACE ? [[NAME_OF_NAMESPACE, text]] : label.startsWith(OF_NAMESPACE) ? [[label.slice(OF_NAMESPACE.length), text]] : []);
  const ofPods = Object.entries(matchLabels).filter(([label]) => label !== NAMESPACE && label !== ACCOUNT && !label.startsWith(OF_NAMESPACE));
  return matchExpressions.length > 0 || !isConfined && ofNamespace.length === 0 ? undefined : {
    own,
    ...isConfined ? {} : { namespaceSelector: { matchLabels: Object.fromEntries(ofNamespace) } },
    podSelector: { matchLabels: Object.fromEntries(ofPods) },
  };
}
