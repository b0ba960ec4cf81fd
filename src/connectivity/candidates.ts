import { Policies, Rule } from './direction';
import { Workload } from './endpoint';
import { OwnSelection } from './peer-selection';
import { matchesLabels } from '../inventory/label-selector';

/** A workload with what network policies say of it. */
interface Isolated { readonly workload: Workload; readonly ingress: Policies; readonly egress: Policies }

/**
 * Finds for each workload those that policies may let it reach, without trying all of them: of the pairs in a cluster, which may be millions, most have
 * nothing to do with each other.
 */
export class Candidates<Side extends Isolated> {
  private readonly byNamespace = new Map<string, Side[]>();
  private readonly known = new Map<OwnSelection, readonly Side[]>();

  /** Those that everybody may reach, as far as their own policies say, and for each workload those that let it in. */
  private readonly open: Side[] = [];
  private readonly letIn = new Map<Side, Side[]>();

  public constructor(sides: readonly Side[]) {
    for (const side of sides) {
      push(this.byNamespace, side.workload.namespace, side);
    }
    for (const side of sides) {
      const sources = this.peersOf(side.ingress);
      if (sources === undefined) {
        this.open.push(side);
      } else {
        sources.forEach(source => push(this.letIn, source, side));
      }
    }
  }

  /** Those that may be reached from one: everything that is not among them, is not. */
  public reachedFrom(side: Side): Iterable<Side> {
    return this.peersOf(side.egress) ?? [...this.open, ...this.letIn.get(side) ?? []];
  }

  /** Those whom the policies of one side are about; nothing where they may be about everybody. */
  private peersOf({ admin, allowed }: Policies): Set<Side> | undefined {
    const known = allowed?.map(({ peers }: Rule) => peers.selections);
    return admin.length > 0 || known === undefined || known.some(selections => selections === undefined) ? undefined
      : new Set(known.flatMap(selections => selections!.flatMap(selection => this.selectedBy(selection))));
  }

  private selectedBy(selection: OwnSelection): readonly Side[] {
    const { namespaceSelector, podSelector, own } = selection;
    const found = this.known.get(selection) ?? (namespaceSelector === undefined ? this.byNamespace.get(own ?? '') ?? []
      : [...this.byNamespace.values()].filter(([{ workload }]) => matchesLabels(namespaceSelector, workload.namespaceLabels)).flat())
      .filter(({ workload }) => podSelector === undefined || matchesLabels(podSelector, workload.labels));
    this.known.set(selection, found);
    return found;
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) {
    map.set(key, [value]);
  } else {
    known.push(value);
  }
}
