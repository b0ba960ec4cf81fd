import fc from 'fast-check';
import { JsonObject } from '../../src/inventory/manifest';

type Path = readonly (string | number)[];
type Open = { [field: string]: any };

/** Values of every kind, as somebody might write them by mistake. */
const ODD = ['', 'x', 'true', '0', '-1', '1.5', '500m', '1Gi', 'a/b', '*', true, false, 0, 1, -1, 80, 65536, 1.5, 9007199254740991, [], [''], [{}], {}, { x: 'y' }, null];

/** What stands below each field in any object: a mutant gets values that the field has elsewhere. */
export class Vocabulary {
  private readonly values = new Distinct<unknown>();

  /** Fields that stand beside each other, by the field that holds them. */
  private readonly siblings = new Distinct<string>();

  public constructor(objects: readonly JsonObject[]) {
    objects.forEach(object => this.learn(object, ''));
  }

  public valuesOf(field: string): readonly unknown[] {
    return this.values.of(field);
  }

  public fieldsBelow(field: string): readonly string[] {
    return this.siblings.of(field);
  }

  private learn(value: unknown, field: string): void {
    if (Array.isArray(value)) {
      value.forEach(item => this.learn(item, field));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, content] of Object.entries(value)) {
        this.siblings.add(field, key);
        this.values.add(key, content);
        this.learn(content, key);
      }
    }
  }
}

/** The first 200 different values of each name. */
class Distinct<T> {
  private readonly values = new Map<string, T[]>();
  private readonly texts = new Set<string>();

  public of(name: string): readonly T[] {
    return this.values.get(name) ?? [];
  }

  public add(name: string, value: T): void {
    const own = this.values.get(name) ?? [];
    this.values.set(name, own);
    const text = `${name} ${JSON.stringify(value)}`;
    if (own.length < 200 && !this.texts.has(text)) {
      own.push(value);
      this.texts.add(text);
    }
  }
}

/** One change: where, which, and with what. */
interface Change { readonly at: number; readonly how: number; readonly what: number }

/** Changes by which field they are, and whether the result may be of another type. */
const CHANGES: readonly ((owner: Open, key: string, field: string, what: number, vocabulary: Vocabulary) => void)[] = [
  (owner, key) => { Array.isArray(owner) ? owner.splice(Number(key), 1) : delete owner[key]; },
  (owner, key, field, what, vocabulary) => { put(owner, key, pick(vocabulary.valuesOf(field), what)); },
  (owner, key, field, what, vocabulary) => { put(owner, key, pick(vocabulary.valuesOf(field), what)); },
  (owner, key, field, what, vocabulary) => {
    const name = pick(vocabulary.fieldsBelow(field), what);
    if (name !== undefined && isMapping(owner[key])) {
      owner[key][name] = copyOf(pick(vocabulary.valuesOf(name), Math.floor(what / vocabulary.fieldsBelow(field).length)));
    }
  },
  (owner, key) => { Array.isArray(owner[key]) && owner[key].push(...copyOf(owner[key].slice(-1))); },
  (owner, key, _field, what) => { put(owner, key, pick(ODD, what)); },
];

/** Without the last, which mixes types. */
const TYPED = CHANGES.length - 1;

/** Objects with a few changes each. */
export function mutants(bases: readonly JsonObject[], vocabulary: Vocabulary, { typed = false, most = 4 } = {}): fc.Arbitrary<JsonObject> {
  const change = fc.record({ at: fc.nat(), how: fc.nat((typed ? TYPED : CHANGES.length) - 1), what: fc.nat() });
  return fc.tuple(fc.nat(bases.length - 1), fc.array(change, { minLength: 1, maxLength: most }))
    .map(([base, changes]) => changes.reduce((object, each) => mutated(object, each, vocabulary), copyOf(bases[base]) as Open));
}

function mutated(object: Open, { at, how, what }: Change, vocabulary: Vocabulary): Open {
  const all = pathsOf(object, []).filter(path => !['apiVersion', 'kind'].includes(path[0] as string));
  const path = all[at % all.length];
  if (path === undefined) {
    return object;
  }
  const owner = path.slice(0, -1).reduce<any>((value, key) => value[key], object);
  const field = [...path].reverse().find(key => typeof key === 'string') as string;
  CHANGES[how](owner, String(path[path.length - 1]), field, what, vocabulary);
  return object;
}

function pathsOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) {
    return path.length === 0 ? [] : [path];
  }
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const below = entries.flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

/** A field's value elsewhere may be one of a list's elements. */
function put(owner: Open, key: string, value: unknown): void {
  if (value !== undefined) {
    owner[key] = copyOf(Array.isArray(owner) && Array.isArray(value) ? value[0] ?? owner[Number(key)] : value);
  }
}

const isMapping = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const pick = <T>(values: readonly T[], what: number): T | undefined => values[what % values.length];

/** (`structuredClone` makes objects of another realm than that in which jest runs tests: what they are takes longer to tell.) */
function copyOf<T>(value: T): T;
function copyOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map(copyOf)
    : isMapping(value) ? Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, copyOf(item)])) : value;
}
