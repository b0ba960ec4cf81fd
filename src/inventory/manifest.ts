import { LocatedPodTemplate } from '../model/pod-template';
import { SourcePlace } from '../model/source-place';

/** A JSON object of which nothing is known yet. */
export interface JsonObject { readonly [key: string]: any }

/** Where a manifest came from. */
export interface Origin {
  /** The file, as it was named by whoever asked; `-` is standard input. */
  readonly file?: string;

  /** 0-based, among the non-empty documents of the file. */
  readonly document?: number;

  /** The path inside the document of the object: `['items', 2]` for an item of a List. */
  readonly prefix?: readonly (string | number)[];

  /** The construct that made it. */
  readonly constructPath?: string;

  /** Finds the line that made the construct: asked for what has a finding. */
  readonly madeAt?: () => SourcePlace | undefined;
}

/** One Kubernetes object, with where it came from. */
export interface Manifest {
  /** The object as the API server would admit it: see `verify/normalize.ts`. */
  readonly object: JsonObject;

  /** The object as its author wrote it. */
  readonly written: JsonObject;

  /** The API group: empty for the core group. */
  readonly group: string;

  /** As `Requirement.kinds` writes it: `Service`, `apps/Deployment`. */
  readonly groupKind: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;

  /** Empty where none is written: the namespace is then chosen on apply. */
  readonly namespace: string;
  readonly pod?: LocatedPodTemplate;

  /** Where a kind has several pod templates, those after the first. */
  readonly otherPods?: readonly LocatedPodTemplate[];

  /** Whether it stands for one of these, and not for the object as a whole. */
  readonly isPart?: boolean;
  readonly origin: Origin;

  /** Whether it is judged, or only there for others to refer to (`--context`). */
  readonly judged: boolean;
}

/** A manifest for each further pod template of an object: what is asked of pods is asked of each. */
export function partsOf(manifest: Manifest): readonly Manifest[] {
  return (manifest.otherPods ?? NO_PODS).map(pod => ({ ...manifest, pod, otherPods: undefined, isPart: true }));
}

const NO_PODS: readonly LocatedPodTemplate[] = [];
