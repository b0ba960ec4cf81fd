import { isLabelValue } from './label-value';

/** The parts of an image's reference: `registry.example.com/shop/web:1.4.2@sha256:...`. */
export interface ImageReference {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const FORM = /^(?<repository>(?:[a-zA-Z0-9.-]+(?::\d+)?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Reads a reference, or nothing where it is not one. */
export function imageReferenceOf(text: string): ImageReference | undefined {
  return FORM.exec(text)?.groups as ImageReference | undefined;
}

/** The version that a reference names: its tag, where that is a label value and not just `latest`. */
export function versionOf(text: string): string | undefined {
  const tag = imageReferenceOf(text)?.tag;
  return tag === undefined || tag === 'latest' || !isLabelValue(tag) ? undefined : tag;
}
