import { imageReferenceOf } from '../model/image-reference';
import { isLabelValue } from '../model/label-value';

/** What is wrong with a value and what to do, or nothing where it is right. */
type Problem = (value: unknown) => string | undefined;

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const TAG = /^\w[\w.-]{0,127}$/;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isMapping = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function repository(value: unknown): string | undefined {
  const reference = isText(value) ? imageReferenceOf(value) : undefined;
  if (reference === undefined) {
    return 'is not the repository of an image: give it in lower case, such as registry.example.com/shop/cart';
  }
  return reference.tag === undefined && reference.digest === undefined ? undefined : 'holds a tag or digest: give these in fields of their own';
}

function tag(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return 'is a number to YAML: put it in quotes';
  }
  if (value === 'latest') {
    return 'names no version: give the tag of a release, such as 1.4.2';
  }
  return isText(value) && TAG.test(value) && isLabelValue(value) ? undefined
    : 'cannot be both a tag and the value of the version label: give 1 to 63 letters, digits, "-", "_" or ".", with a letter or digit at both ends';
}

function digest(value: unknown): string | undefined {
  return isText(value) && DIGEST.test(value) ? undefined
    : 'is not a digest: give "sha256:" and 64 hexadecimal digits in lower case, as `crane digest` prints them';
}

function signer(value: unknown): string | undefined {
  if (!isMapping(value) || !Object.values(value).every(isText)) {
    return 'is not a signer: give "key", or "issuer" and "subject", as texts';
  }
  const said = Object.keys(value).sort().join();
  if (said !== 'key' && said !== 'issuer,subject') {
    return 'is not one signer: give "key", or "issuer" and "subject", and nothing else';
  }
  return Object.values(value).some(text => (text as string).includes('*')) ? 'has a wildcard, which is everybody: name who signed' : undefined;
}

const texts = (what: string): Problem => value => isTexts(value) ? undefined : `is not a list of ${what}: give [] or texts`;

/** What an image may say of itself, in every environment. */
export const IMAGE_FIELDS: { readonly [field: string]: Problem } = {
  repository, tag, digest, signer, attestations: texts('attestation types'), environments: value => isMapping(value) ? undefined : 'is not a mapping: give the environments by name',
};

/** What an environment may say of an image. */
export const ENVIRONMENT_FIELDS: { readonly [field: string]: Problem } = {
  repository, tag, digest, signer, attestations: texts('attestation types'), passed: texts('environments'),
};

/** What the file may say. */
export const FILE_FIELDS: { readonly [field: string]: Problem } = {
  schemaVersion: value => value === 1 ? undefined : 'is not a version of the lock that is known here: give 1',
  images: value => isMapping(value) ? undefined : 'is not a mapping: give the images by name',
};
