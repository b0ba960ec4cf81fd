const texts = new Map<string, string>();
const TEXTS = 10_000;

/** One text for all findings that say the same, such as a place in an object: there may be a hundred thousand. */
export function shared(text: string): string {
  const known = texts.get(text);
  if (known === undefined && texts.size < TEXTS) {
    texts.set(text, text);
  }
  return known ?? text;
}
