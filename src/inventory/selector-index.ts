import { LabelSelector, matchesLabels } from './label-selector';

type Labels = { readonly [label: string]: string };

/**
 * Selectors, by the labels that they ask for: which of many match one set of labels, without trying them all. It is `Inventory.selected` seen
 * from the other side.
 */
export class SelectorIndex<T> {
  private readonly buckets: ReadonlyMap<string, readonly T[]>;

  /** How many selectors were compared with labels, label by label, since it was made. */
  public compared = 0;

  public constructor(private readonly entries: readonly T[], private readonly selectorOf: (entry: T) => LabelSelector) {
    this.buckets = entries.length <= FEW ? new Map() : this.filed();
  }

  private filed(): ReadonlyMap<string, readonly T[]> {
    const { entries, selectorOf } = this;
    const buckets = new Map<string, T[]>();
    const frequency = new Map<string, number>();
    entries.forEach(entry => requirements(selectorOf(entry)).flat().forEach(label => frequency.set(label, (frequency.get(label) ?? 0) + 1)));
    const cost = (labels: readonly string[]) => labels.reduce((sum, label) => sum + frequency.get(label)!, 0);
    for (const entry of entries) {
      // Filed under its rarest requirement: one label of it every pod that it selects must have.
      const rarest = requirements(selectorOf(entry)).reduce<readonly string[] | undefined>(
        (best, labels) => best === undefined || cost(labels) < cost(best) ? labels : best, undefined);
      for (const label of rarest ?? [ANY]) {
        const bucket = buckets.get(label);
        if (bucket === undefined) {
          buckets.set(label, [entry]);
        } else {
          bucket.push(entry);
        }
      }
    }
    return buckets;
  }

  /** Whether a selector matches the labels. */
  public some(labels: Labels): boolean {
    return this.matching(labels).next().done !== true;
  }

  /** Those whose selectors match the labels, each found when it is asked for. */
  public* matching(labels: Labels): Generator<T, undefined> {
    for (const entry of this.entries.length <= FEW ? this.entries : this.candidates(labels)) {
      this.compared++;
      if (matchesLabels(this.selectorOf(entry), labels)) {
        yield entry;
      }
    }
    return undefined;
  }

  private* candidates(labels: Labels): Generator<T, undefined> {
    for (const label of [ANY, ...Object.keys(labels).flatMap(name => [name, pair(name, labels[name])])]) {
      yield* this.buckets.get(label) ?? [];
    }
    return undefined;
  }
}

/** So many are sooner tried than filed. */
const FEW = 3;

/** Where selectors are filed that ask for no label: empty ones, and those that only exclude. */
const ANY = '';

/** What must be there, each as the labels of which one is enough. */
function requirements({ matchLabels, matchExpressions }: LabelSelector): readonly (readonly string[])[] {
  return [
    ...Object.entries(matchLabels ?? {}).map(([label, value]) => [pair(label, value)]),
    ...(matchExpressions ?? []).filter(({ operator, values }) => operator === 'Exists' || operator === 'In' && Array.isArray(values))
      .map(({ key, operator, values }) => operator === 'Exists' ? [key] : values!.map(value => pair(key, value))),
  ];
}

function pair(label: string, value: string): string {
  return `${label}\0${value}`;
}
