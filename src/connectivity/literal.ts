/** What a regular expression of RE2 reads as something else than itself. */
const SPECIAL = /[\\^$.|?*+()[\]{}]/g;

/** A regular expression that matches one text alone: what would be read as something else has a backslash before it. */
const LITERAL = /^(?:[^\\^$.|?*+()[\]{}]|\\[\\^$.|?*+()[\]{}])*$/;

/** The regular expression that matches a text alone. */
export function literal(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** The text that a regular expression matches alone; nothing where it matches others too. */
export function literalIn(pattern: string): string | undefined {
  return LITERAL.test(pattern) ? pattern.replace(/\\(.)/g, '$1') : undefined;
}
