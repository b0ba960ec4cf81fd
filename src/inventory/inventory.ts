import { LabelSelector, labelSelectorKey, matchesLabels } from './label-selector';
import { Manifest } from './manifest';

const NONE: readonly Manifest[] = [];

/** All manifests of a run, judged and context, by what others refer to them with. Each index is made when first asked for. */
export class Inventory {
  private byKind?: Map<string, Manifest[]>;
  private byName?: Map<string, Manifest[]>;
  private byNamespace?: Map<string, Manifest[]>;
  private readonly selections = new Map<string, readonly Manifest[]>();
  private readonly own = new Map<string, Map<string, Manifest[]>>();
  private byLabel?: Map<string, Manifest[]>;

  /** @param complete whether the manifests are everything there is */
  public constructor(public readonly manifests: readonly Manifest[], public readonly complete: boolean) {}

  /** Every manifest of a kind (as `Requirement.kinds` writes it), in one namespace or in all. */
  public ofKind(groupKind: string, namespace?: string): readonly Manifest[] {
    this.byKind ??= indexed(this.manifests, manifest => [manifest.groupKind, `${manifest.groupKind}\0${manifest.namespace}`]);
    return this.byKind.get(namespace === undefined ? groupKind : `${groupKind}\0${namespace}`) ?? NONE;
  }

  /** The manifest of this name; a judged one before one of the context. */
  public find(groupKind: string, namespace: string, name: string): Manifest | undefined {
    const found = this.named(groupKind, namespace, name);
    return found.find(({ judged }) => judged) ?? found[0];
  }

  /** Every manifest of this name: more than one is a mistake, or the same object in another state. */
  public named(groupKind: string, namespace: string, name: string): readonly Manifest[] {
    this.byName ??= indexed(this.manifests, manifest => [`${manifest.groupKind}\0${manifest.namespace}\0${manifest.name}`]);
    return this.byName.get(`${groupKind}\0${namespace}\0${name}`) ?? NONE;
  }

  /**
   * The manifests by a key of a control's own, such as the service account of a workload. It is made once a run, so that no control compares all with all.
   *
   * @param name of the index, unique among controls
   * @param keyOf the key of a manifest, or nothing where it has none
   */
  public by(name: string, keyOf: (manifest: Manifest) => string | readonly string[] | undefined): ReadonlyMap<string, readonly Manifest[]> {
    let index = this.own.get(name);
    if (index === undefined) {
      index = indexed(this.manifests, manifest => [keyOf(manifest) ?? []].flat());
      this.own.set(name, index);
    }
    return index;
  }

  /** Every manifest of a namespace that makes pods. */
  public workloads(namespace: string): readonly Manifest[] {
    this.byNamespace ??= indexed(this.manifests.filter(({ pod }) => pod !== undefined), manifest => [manifest.namespace]);
    return this.byNamespace.get(namespace) ?? NONE;
  }

  /** The workloads of a namespace whose pods a selector matches. */
  public selected(namespace: string, selector: LabelSelector): readonly Manifest[] {
    const key = `${namespace}\0${labelSelectorKey(selector)}`;
    let found = this.selections.get(key);
    if (found === undefined) {
      found = this.candidates(namespace, selector).filter(manifest => matchesLabels(selector, podLabels(manifest)));
      this.selections.set(key, found);
    }
    return found;
  }

  /** The workloads that carry the selector's rarest label: what else they carry is checked one by one. */
  private candidates(namespace: string, selector: LabelSelector): readonly Manifest[] {
    const wanted = Object.entries(selector.matchLabels ?? {});
    if (wanted.length === 0) {
      return this.workloads(namespace);
    }
    this.byLabel ??= indexed(this.manifests.filter(({ pod }) => pod !== undefined),
      manifest => Object.entries(podLabels(manifest)).map(([label, value]) => `${manifest.namespace}\0${label}\0${value}`));
    return wanted.map(([label, value]) => this.byLabel!.get(`${namespace}\0${label}\0${value}`) ?? NONE)
      .reduce((smallest, bucket) => bucket.length < smallest.length ? bucket : smallest);
  }
}

/** The labels of the pods that a workload makes. */
export function podLabels({ pod }: Manifest): { readonly [label: string]: string } {
  const labels = pod?.template.metadata?.labels;
  return typeof labels === 'object' && labels !== null ? labels as { readonly [label: string]: string } : {};
}

function indexed(manifests: readonly Manifest[], keys: (manifest: Manifest) => readonly string[]): Map<string, Manifest[]> {
  const index = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    for (const key of keys(manifest)) {
      const bucket = index.get(key);
      if (bucket === undefined) {
        index.set(key, [manifest]);
      } else {
        bucket.push(manifest);
      }
    }
  }
  return index;
}
