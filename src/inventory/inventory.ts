import { LabelSelector, labelSelectorKey, matchesLabels } from './label-selector';
import { Manifest, partsOf } from './manifest';

const NONE: readonly Manifest[] = [];

/** So many of one name are gone through: most names are of one object, and an index of each namespace is larger than what it is for. */
const FEW = 8;

/** A namespace, or nothing for all of them. The empty one holds what names none: it is in a namespace too, but nobody knows yet in which. */
export type Where = string | undefined;

/** By key, and where it matters by namespace before. */
type Index = Map<string, Manifest[]>;
type Keys = (manifest: Manifest) => readonly string[];

/** All manifests of a run, judged and context, by what others refer to them with. Each index is made when first asked for. */
export class Inventory {
  private readonly makers: readonly Manifest[];
  private readonly kinds = new Indexes(() => this.manifests, manifest => [manifest.groupKind]);
  private readonly names = new Map<string, Indexes>();
  private readonly namespaces = new Indexes(() => this.makers, () => ['']);
  private readonly labels = new Indexes(() => this.makers, labelPairs);
  private readonly own = new Map<string, Index>();
  private readonly made = new Map<string, Map<Where, unknown>>();
  private readonly selections = new Map<string, readonly Manifest[]>();

  /** @param complete whether the manifests are everything there is */
  public constructor(public readonly manifests: readonly Manifest[], public readonly complete: boolean) {
    this.makers = manifests.filter(({ pod }) => pod !== undefined)
      .flatMap(manifest => manifest.otherPods === undefined ? manifest : [manifest, ...partsOf(manifest)]);
  }

  /** Every manifest of a kind (as `Requirement.kinds` writes it). */
  public ofKind(groupKind: string, where?: Where): readonly Manifest[] {
    return this.kinds.get(where, groupKind);
  }

  /** The manifest of this name; a judged one before one of the context. */
  public find(groupKind: string, where: Where, name: string): Manifest | undefined {
    const found = this.named(groupKind, where, name);
    return found.find(({ judged }) => judged) ?? found[0];
  }

  /** Every manifest of this name: more than one in a namespace is a mistake, or the same object in another state. */
  public named(groupKind: string, where: Where, name: string): readonly Manifest[] {
    const names = made(this.names, groupKind, () => new Indexes(() => this.ofKind(groupKind), manifest => [manifest.name]));
    const all = names.get(undefined, name);
    return where === undefined ? all : all.length > FEW ? names.get(where, name) : all.filter(({ namespace }) => namespace === where);
  }

  /**
   * The manifests by a key of a control's own, such as the service account of a workload. It is made once a run, so that no control compares all with all.
   *
   * @param name of the index, unique among controls
   * @param keyOf the key of a manifest, or nothing where it has none
   */
  public by(name: string, keyOf: (manifest: Manifest) => string | readonly string[] | undefined): ReadonlyMap<string, readonly Manifest[]> {
    return made(this.own, name, () => indexed(this.manifests, manifest => {
      const keys = keyOf(manifest);
      return typeof keys === 'string' ? [keys] : keys ?? [];
    }));
  }

  /**
   * What a control works out of all manifests, or of those of a namespace. It is made once a run.
   *
   * @param name of what is made, unique among controls
   */
  public once<T>(name: string, where: Where, make: () => T): T {
    const ofName: Map<Where, unknown> = made(this.made, name, () => new Map());
    if (!ofName.has(where)) {
      ofName.set(where, make());
    }
    return ofName.get(where) as T;
  }

  /** Every manifest that makes pods. */
  public workloads(where?: Where): readonly Manifest[] {
    return where === undefined ? this.makers : this.namespaces.get(where, '');
  }

  /** The workloads whose pods a selector matches. */
  public selected(where: Where, selector: LabelSelector): readonly Manifest[] {
    const [only, ...more] = Object.entries(selector.matchLabels ?? {});
    if (only !== undefined && more.length === 0 && selector.matchExpressions === undefined) {
      return this.labelled(where, ...only);
    }
    const selection = JSON.stringify([where ?? null, labelSelectorKey(selector)]);
    let found = this.selections.get(selection);
    if (found === undefined) {
      found = this.candidates(where, selector).filter(manifest => matchesLabels(selector, podLabels(manifest)));
      this.selections.set(selection, found);
    }
    return found;
  }

  /** The workloads that carry the selector's rarest label: what else they carry is checked one by one. */
  private candidates(where: Where, selector: LabelSelector): readonly Manifest[] {
    const wanted = Object.entries(selector.matchLabels ?? {});
    return wanted.length === 0 ? this.workloads(where) : wanted
      .map(([label, value]) => this.labelled(where, label, value))
      .reduce((smallest, bucket) => bucket.length < smallest.length ? bucket : smallest);
  }

  private labelled(where: Where, label: string, value: string): readonly Manifest[] {
    return this.labels.get(where, `${label}\0${value}`);
  }
}

/** Manifests by a key, in one namespace and in all. These are two indexes, each made when first asked for: few inputs need the second. */
class Indexes {
  private everywhere?: Index;
  private byNamespace?: Map<string, Index>;

  public constructor(private readonly of: () => readonly Manifest[], private readonly keys: Keys) {}

  public get(where: Where, key: string): readonly Manifest[] {
    const index = where === undefined ? this.everywhere ??= indexed(this.of(), this.keys)
      : (this.byNamespace ??= indexedByNamespace(this.of(), this.keys)).get(where);
    return index?.get(key) ?? NONE;
  }
}

/** The labels of the pods that a workload makes. */
export function podLabels({ pod }: Manifest): { readonly [label: string]: string } {
  const labels = pod?.template.metadata?.labels;
  return typeof labels === 'object' && labels !== null ? labels as { readonly [label: string]: string } : {};
}

function labelPairs(manifest: Manifest): readonly string[] {
  return Object.entries(podLabels(manifest)).map(([label, value]) => `${label}\0${value}`);
}

function indexed(manifests: readonly Manifest[], keys: Keys): Index {
  const index: Index = new Map();
  manifests.forEach(manifest => keys(manifest).forEach(key => add(index, key, manifest)));
  return index;
}

function indexedByNamespace(manifests: readonly Manifest[], keys: Keys): Map<string, Index> {
  const index = new Map<string, Index>();
  for (const manifest of manifests) {
    const own = made(index, manifest.namespace, () => new Map<string, Manifest[]>());
    keys(manifest).forEach(key => add(own, key, manifest));
  }
  return index;
}

/** Most keys have one manifest: a list that is made with it takes no room for more. */
function add(index: Index, key: string, manifest: Manifest): void {
  const known = index.get(key);
  if (known === undefined) {
    index.set(key, [manifest]);
  } else {
    known.push(manifest);
  }
}

/** What a map holds; it is made where it is not there. */
function made<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
