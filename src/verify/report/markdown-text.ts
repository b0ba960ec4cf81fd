import { markup } from './markup';
import { printable } from './printable';

/** Text of a manifest as a code span: in it no character means anything, nobody is mentioned and nothing becomes a link. */
export function code(text: string): string {
  const written = printable(text);
  if (written.trim() === '') {
    return '(blank)';
  }
  const longest = Math.max(0, ...[...written.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A space on both sides is taken off again by the reader; it keeps apart a backtick at an end, and spaces that are the text's own.
  const padding = /^[` ]|[` ]$/.test(written) ? ' ' : '';
  return `${fence}${padding}${written}${padding}${fence}`;
}

const NEVER = '<!-- -->';

/**
 * Text between words of ours. What could mean something is escaped; a comment after an @ keeps it from mentioning a person, or making an address, and
 * one after a # from naming an issue.
 */
export function prose(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]!|~$:<>&@#]|(?<=www)\./gi, character => ENTITIES[character] ?? `\\${character}${/[@#]/.test(character) ? NEVER : ''}`)
    .replace(/^(\s*\d*)([-+=.)])/, '$1\\$2');
}

const ENTITIES: { readonly [character: string]: string } = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Text inside a tag of HTML, where Markdown means nothing. */
export function inTag(text: string): string {
  return markup`${text}`.text.replace(/@|(?<!&)#/g, `$&${NEVER}`);
}
