import { knownContainer, knownVolume } from './variables';

type Path = readonly (string | number)[];
interface Fields { readonly [field: string]: unknown }

/** A pod that is put together from fields of an object which are no pod template: where each of its parts is written, and what of a pod can be said there. */
export interface Assembly {
  /** From a path in the pod template to where it is written in the object. The longest that a path begins with counts. */
  readonly places: readonly { readonly from: Path; readonly to: Path }[];

  /** Whether the kind has a field of the pod's specification. */
  readonly ofPod: (field: string) => boolean;

  /** Whether the kind has a field of a container, and what it says is known. */
  readonly ofContainer: (list: string, index: number, field: string) => boolean;

  /** Where something is written that changes the pod in a way that is not read. */
  readonly unread: readonly Path[];
}

/** A pod that was put together, and where the object holds what it was put together from. */
export interface AssembledPod {
  readonly path: Path;
  readonly template: { readonly metadata: Fields; readonly spec: Fields };
  readonly assembly: Assembly;
}

/** Where something stands that is found at a path in an object whose pod was put together. */
export function placeInObject(pod: { readonly path: Path; readonly assembly?: Assembly } | undefined, path: Path): Path {
  if (pod?.assembly === undefined || !begins(path, pod.path)) {
    return path;
  }
  const rest = path.slice(pod.path.length);
  const found = pod.assembly.places.filter(({ from }) => begins(rest, from)).sort((a, b) => b.from.length - a.from.length)[0];
  return found === undefined ? path : [...found.to, ...rest.slice(found.from.length)];
}

function begins(path: Path, start: Path): boolean {
  return path.length >= start.length && start.every((step, index) => path[index] === step);
}

/** What is a mapping, else an empty one. */
export function mapping(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {};
}

/** The mappings of a list, with their places in it. */
export function mappings(value: unknown): readonly (readonly [index: number, Fields])[] {
  return !Array.isArray(value) ? []
    : value.flatMap((entry, index) => typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? [[index, entry as Fields] as const] : []);
}

/** Fields of which those that are written win, also in mappings within; lists are taken whole. */
export function withDefaults(written: unknown, defaults: unknown): Fields {
  const [own, other] = [mapping(written), mapping(defaults)];
  const isMapping = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const merged = ([field, value]: [string, unknown]) =>
    [field, isMapping(value) && isMapping(other[field]) ? withDefaults(value, other[field]) : value ?? other[field]];
  return { ...other, ...Object.fromEntries(Object.entries(own).map(merged)) };
}

/** Puts a pod together, part by part, and remembers where each is written. */
export class PodBuilder {
  private readonly places: { readonly from: Path; readonly to: Path }[] = [];
  private readonly spec: { [field: string]: unknown } = {};
  private readonly containerFields = new Map<string, (field: string) => boolean>();
  private readonly unread: Path[] = [];

  /**
   * @param path where the object holds what the pod is made from
   * @param podFields the fields of the pod's specification that its kind has
   */
  public constructor(private readonly path: Path, private readonly podFields: readonly string[]) {
    this.places.push({ from: ['spec'], to: path });
  }

  /** The first of several places that has a field says it. Where none does, it belongs into the first. */
  public field(name: string, ...owners: readonly (readonly [to: Path, fields: Fields])[]): void {
    const [to, fields] = owners.find(([, each]) => each[name] !== undefined && each[name] !== null) ?? owners[0];
    this.places.push({ from: ['spec', name], to: [...to, name] });
    if (fields[name] !== undefined && fields[name] !== null) {
      this.spec[name] = fields[name];
    }
  }

  /** A volume, which may be written in several places. */
  public volume(volume: Fields, to: Path): void {
    this.entry('volumes', knownVolume(volume), to);
  }

  /**
   * A container.
   *
   * @param fields those that its kind has; all where there are none
   */
  public container(list: string, written: Fields, to: Path, fields?: readonly string[]): void {
    const { container, open } = knownContainer(written);
    const index = this.entry(list, container, to);
    this.containerFields.set(`${list} ${index}`, field => fields?.includes(field) !== false && !open.includes(field));
  }

  /** A field of an entry that has another name where it is written. */
  public renamed(list: string, field: string, to: string): void {
    const index = (this.spec[list] as Fields[]).length - 1;
    const { to: place } = this.places.find(({ from }) => from.length === 3 && from[1] === list && from[2] === index)!;
    this.places.push({ from: ['spec', list, index, field], to: [...place, to] });
  }

  /** Something that changes the pod in a way that is not read. */
  public notRead(path: Path): void {
    this.unread.push(path);
  }

  private entry(list: string, entry: Fields, to: Path): number {
    const entries = (this.spec[list] ??= []) as Fields[];
    this.places.push({ from: ['spec', list, entries.length], to });
    return entries.push(entry) - 1;
  }

  public built(metadata: Fields, to: Path): AssembledPod {
    this.places.push({ from: ['metadata'], to });
    return {
      path: this.path,
      template: { metadata, spec: { containers: [], ...this.spec } },
      assembly: {
        places: this.places,
        ofPod: field => ['containers', 'initContainers', 'volumes', ...this.podFields].includes(field),
        ofContainer: (list, index, field) => this.containerFields.get(`${list} ${index}`)?.(field) ?? true,
        unread: this.unread,
      },
    };
  }
}
