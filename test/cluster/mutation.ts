import fc from 'fast-check';
import { JsonObject } from '../../src/inventory/manifest';

type Path = readonly (string | number)[];
type Open = { [field: string]: any };

/** Values of every kind, as somebody might write them by mistake. */
const ODD = ['', 'x', 'true', '0', '-1', '1.5', '500m', '1Gi', 'a/b', '*', true, false, 0, 1, -1, 80, 65536, 1.5, 9007199254740991, [], [''], [{}], {}, { x: 'y' }, null];

/** What stands below each field in any object: a mutant gets values that the field has elsewhere. */
export class Vocabulary {
  private readonly values = new Map<string, unknown[]>();

  /** Fields that stand beside each other, by the field that holds them. */
  private readonly siblings = new Map<string, string[]>();

  public constructor(objects: readonly JsonObject[]) {
    objects.forEach(object => this.learn(object, ''));
  }

  public valuesOf(field: string): readonly unknown[] {
    return this.values.get(field) ?? [];
  }

  public fieldsBelow(field: string): readonly string[] {
    return this.siblings.get(field) ?? [];
  }

  private learn(value: unknown, field: string): void {
    if (Array.isArray(value)) {
      value.forEach(item => this.learn(item, field));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, content] of Object.entries(value)) {
        add(this.siblings, field, key);
        add(this.values, key, content);
        this.learn(content, key);
      }
    }
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key) ?? [];
  map.set(key, known);
  if (known.length < 200 && !known.some(other => JSON.stringify(other) === JSON.stringify(value))) {
    known.push(value);
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
      owner[key][name] = structuredClone(pick(vocabulary.valuesOf(name), Math.floor(what / vocabulary.fieldsBelow(field).length)));
    }
  },
  (owner, key) => { Array.isArray(owner[key]) && owner[key].push(...structuredClone(owner[key].slice(-1))); },
  (owner, key, _field, what) => { put(owner, key, pick(ODD, what)); },
];

/** Without the last, which mixes types. */
const TYPED = CHANGES.length - 1;

/** Objects with a few changes each. */
export function mutants(bases: readonly JsonObject[], vocabulary: Vocabulary, { typed = false, most = 4 } = {}): fc.Arbitrary<JsonObject> {
  const change = fc.record({ at: fc.nat(), how: fc.nat((typed ? TYPED : CHANGES.length) - 1), what: fc.nat() });
  return fc.tuple(fc.nat(bases.length - 1), fc.array(change, { minLength: 1, maxLength: most }))
    .map(([base, changes]) => changes.reduce((object, each) => mutated(object, each, vocabulary), structuredClone(bases[base]) as Open));
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
    owner[key] = structuredClone(Array.isArray(owner) && Array.isArray(value) ? value[0] ?? owner[Number(key)] : value);
  }
}

const isMapping = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const pick = <T>(values: readonly T[], what: number): T | undefined => values[what % values.length];
