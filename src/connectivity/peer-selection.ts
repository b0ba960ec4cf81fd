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

/** Whether a workload is selected. @param own the namespace of the policy */
export function selects({ namespaceSelector, podSelector }: Selection, workload: Workload, own?: string): boolean {
  return (namespaceSelector === undefined ? workload.namespace === own : matchesLabels(namespaceSelector, workload.namespaceLabels))
    && (podSelector === undefined || matchesLabels(podSelector, workload.labels));
}

/** The workloads that are selected. Each is looked at once, for it may be asked about by every other one. */
export function selected(selection: Selection, own?: string): Peers {
  const known = new Map<Workload, boolean>();
  return (endpoint: Endpoint) => {
    if (!('workload' in endpoint)) {
      return false;
    }
    const { workload } = endpoint;
    const found = known.get(workload) ?? selects(selection, workload, own);
    known.set(workload, found);
    return found;
  };
}

export const anyOf = (peers: readonly Peers[]): Peers => peers.length === 1 ? peers[0] : endpoint => peers.some(isPeer => isPeer(endpoint));
