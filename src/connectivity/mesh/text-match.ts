/** How Istio compares texts: `*` is any that there is, `abc*` is a beginning, `*abc` an end. */
export function textMatches(pattern: string, text: string): boolean {
  if (pattern === '*') {
    return text !== '';
  }
  return pattern.startsWith('*') ? text.endsWith(pattern.slice(1)) : pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}
