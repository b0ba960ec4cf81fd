import { Peers } from './direction';
import { Endpoint, Workload } from './endpoint';
import { LabelSelector, matchesLabels } from '../inventory/label-selector';

/** Who a policy is about, or lets talk, as selectors tell it. */
export interface Selection {
  /** Of namespaces; by default the policy's own. */
  readonly namespaceSelector?: LabelSelector;

  /** Of pods; by default all. */
  readonly podSelector?: LabelSelector;
}

/** A selection, and the namespace of the policy that makes it. */
export interface OwnSelection extends Selection { readonly own?: string }

/** Whether a workload is selected. @param own the namespace of the policy */
export function selects({ namespaceSelector, podSelector }: Selection, workload: Workload, own?: string): boolean {
  return (namespaceSelector === undefined ? workload.namespace === own : matchesLabels(namespaceSelector, workload.namespaceLabels))
    && (podSelector === undefined || matchesLabels(podSelector, workload.labels));
}

/** The workloads that are selected. Each is looked at once, for it may be asked about by every other one. */
export function selected(selection: Selection, own?: string): Peers {
  const known = new Map<Workload, boolean>();
  const isSelected = (endpoint: Endpoint) => {
    if (!('workload' in endpoint)) {
      return false;
    }
    const { workload } = endpoint;
    const found = known.get(workload) ?? selects(selection, workload, own);
    known.set(workload, found);
    return found;
  };
  return Object.assign(isSelected, { selections: [{ ...selection, own }] });
}

export function anyOf(peers: readonly Peers[]): Peers {
  if (peers.length === 1) {
    return peers[0];
  }
  const all = peers.map(({ selections }) => selections);
  const known = all.every(each => each !== undefined);
  return Object.assign((endpoint: Endpoint) => peers.some(isPeer => isPeer(endpoint)), { selections: known ? all.flat() : undefined });
}
