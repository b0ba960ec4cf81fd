import { LabelSelector, labelSelectorKey, matchesLabels } from './label-selector';
import { Manifest } from './manifest';

const NONE: readonly Manifest[] = [];

/** A namespace, or nothing for all of them. The empty one holds what names none: it is in a namespace too, but nobody knows yet in which. */
export type Where = string | undefined;

/** All manifests of a run, judged and context, by what others refer to them with. Each index is made when first asked for. */
export class Inventory {
  private byKind?: Map<string, Manifest[]>;
  private byName?: Map<string, Manifest[]>;
  private byNamespace?: Map<string, Manifest[]>;
  private readonly selections = new Map<string, readonly Manifest[]>();
  private byLabel?: Map<string, Manifest[]>;

  /** @param complete whether the manifests are everything there is */
  public constructor(public readonly manifests: readonly Manifest[], public readonly complete: boolean) {}

  /** Every manifest of a kind (as `Requirement.kinds` writes it). */
  public ofKind(groupKind: string, where?: Where): readonly Manifest[] {
    this.byKind ??= indexed(this.manifests, manifest => places(manifest).map(place => key(place, manifest.groupKind)));
    return this.byKind.get(key(where, groupKind)) ?? NONE;
  }

  /** The manifest of this name; a judged one before one of the context. */
  public find(groupKind: string, where: Where, name: string): Manifest | undefined {
    const found = this.named(groupKind, where, name);
    return found.find(({ judged }) => judged) ?? found[0];
  }

  /** Every manifest of this name: more than one in a namespace is a mistake, or the same object in another state. */
  public named(groupKind: string, where: Where, name: string): readonly Manifest[] {
    this.byName ??= indexed(this.manifests, manifest => places(manifest).map(place => key(place, manifest.groupKind, manifest.name)));
    return this.byName.get(key(where, groupKind, name)) ?? NONE;
  }

  /** Every manifest that makes pods. */
  public workloads(where?: Where): readonly Manifest[] {
    this.byNamespace ??= indexed(this.manifests.filter(({ pod }) => pod !== undefined), manifest => places(manifest).map(place => key(place)));
    return this.byNamespace.get(key(where)) ?? NONE;
  }

  /** The workloads whose pods a selector matches. */
  public selected(where: Where, selector: LabelSelector): readonly Manifest[] {
    const selection = key(where, labelSelectorKey(selector));
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
    if (wanted.length === 0) {
      return this.workloads(where);
    }
    this.byLabel ??= indexed(this.workloads(), manifest => Object.entries(podLabels(manifest))
      .flatMap(([label, value]) => places(manifest).map(place => key(place, label, value))));
    return wanted.map(([label, value]) => this.byLabel!.get(key(where, label, value)) ?? NONE)
      .reduce((smallest, bucket) => bucket.length < smallest.length ? bucket : smallest);
  }
}

/** The labels of the pods that a workload makes. */
export function podLabels({ pod }: Manifest): { readonly [label: string]: string } {
  const labels = pod?.template.metadata?.labels;
  return typeof labels === 'object' && labels !== null ? labels as { readonly [label: string]: string } : {};
}

/** Where a manifest is looked for: in its own namespace, and in all of them. */
function places({ namespace }: Manifest): readonly Where[] {
  return [namespace, undefined];
}

/** An unambiguous key: `*` is not a namespace. */
function key(where: Where, ...parts: readonly string[]): string {
  return [where ?? '*', ...parts].join('\0');
}

function indexed(manifests: readonly Manifest[], keys: (manifest: Manifest) => readonly string[]): Map<string, Manifest[]> {
  const index = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    for (const place of keys(manifest)) {
      const bucket = index.get(place);
      if (bucket === undefined) {
        index.set(place, [manifest]);
      } else {
        bucket.push(manifest);
      }
    }
  }
  return index;
}
