import { ENVIRONMENT_FIELDS, FILE_FIELDS, IMAGE_FIELDS } from './lock-fields';
import { FieldPath, LockText } from './lock-text';
import { ImageSigner } from './locked-image';
import { nearestName } from './nearest-name';
import { isLabelValue } from '../model/label-value';

/** What an image says of itself, or an environment of it. */
export interface LockEntry {
  readonly repository?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly signer?: ImageSigner;
  readonly attestations?: string[];
  readonly passed?: string[];
  readonly environments?: { readonly [environment: string]: LockEntry | null };
}

/** The images of a lock by name, all of them right. */
export type LockEntries = ReadonlyMap<string, LockEntry>;

/** An image is named as a workload is: a DNS label. */
const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads what a lock says, for every environment, not only the one that is asked for: what is wrong shows before it is needed.
 *
 * @throws if anything is wrong, with file and line
 */
export function entriesOf(lock: LockText): LockEntries {
  const file = fieldsOf(lock, [], lock.value, FILE_FIELDS);
  for (const field of Object.keys(FILE_FIELDS).filter(name => !(name in file))) {
    throw lock.error([], `"${field}" is missing: give "schemaVersion: 1" and "images"`);
  }
  const images = new Map(Object.entries(file.images as { readonly [name: string]: unknown }));
  images.forEach((image, name) => checkImage(lock, name, image));
  return images as LockEntries;
}

function checkImage(lock: LockText, name: string, value: unknown): void {
  const path = ['images', name];
  if (!NAME.test(name)) {
    throw lock.error(path, `"${name}" cannot name an image: give 1 to 63 lower-case letters, digits or "-", with a letter or digit at both ends`);
  }
  const image: LockEntry = fieldsOf(lock, path, value, IMAGE_FIELDS);
  const environments = Object.entries(image.environments ?? { '': null });
  if (environments.length === 0) {
    throw lock.error([...path, 'environments'], `image "${name}" is in no environment: name one, or leave "environments" out where it is in all of them`);
  }
  for (const [environment, said] of environments) {
    const own = image.environments === undefined ? path : [...path, 'environments', environment];
    checkComplete(lock, own, `image "${name}"`, image, image.environments === undefined ? {} : checkEnvironment(lock, own, environment, said));
  }
}

function checkEnvironment(lock: LockText, path: FieldPath, environment: string, said: unknown): LockEntry {
  if (!isLabelValue(environment)) {
    throw lock.error(path, `"${environment}" cannot name an environment: give the value of a label, such as prod`);
  }
  const entry: LockEntry = said === null ? {} : fieldsOf(lock, path, said, ENVIRONMENT_FIELDS);
  if ((entry.tag === undefined) !== (entry.digest === undefined)) {
    throw lock.error(path, `environment "${environment}" says only one of tag and digest, and the other would be that of another image: give both`);
  }
  return entry;
}

function checkComplete(lock: LockText, path: FieldPath, what: string, image: LockEntry, environment: LockEntry): void {
  const { repository, tag, digest } = { ...image, ...environment };
  if (repository === undefined) {
    throw lock.error(path, `${what} has no repository: give one, such as registry.example.com/shop/cart`);
  }
  if (digest === undefined) {
    const known = tag === undefined ? '' : ', and its tag can be moved to another image';
    throw lock.error(path, `${what} has no digest${known}: give the digest that \`crane digest ${repository}${tag === undefined ? '' : `:${tag}`}\` prints`);
  }
  if (tag === undefined) {
    throw lock.error(path, `${what} has no tag, so nobody can tell its version: give the tag of its release`);
  }
}

function fieldsOf(lock: LockText, path: FieldPath, value: unknown, known: typeof IMAGE_FIELDS): { readonly [field: string]: any } {
  const what = path.length === 0 ? 'the file' : `"${path[path.length - 1]}"`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw lock.error(path, `${what} is not a mapping: give ${Object.keys(known).join(', ')}`);
  }
  for (const [field, said] of Object.entries(value)) {
    if (!Object.prototype.hasOwnProperty.call(known, field)) {
      const nearest = nearestName(field, Object.keys(known));
      throw lock.error([...path, field], `"${field}" is not known here: ${nearest === undefined ? `give ${Object.keys(known).join(', ')}` : `did you mean "${nearest}"?`}`);
    }
    const problem = known[field](said);
    if (problem !== undefined) {
      throw lock.error([...path, field], `${field} ${typeof said === 'string' || typeof said === 'number' ? `"${said}" ` : ''}${problem}`);
    }
  }
  return value;
}
