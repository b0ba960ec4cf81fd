import { array, assert, constantFrom, property, string } from 'fast-check';
import MarkdownIt from 'markdown-it';
import { code, inTag, prose } from '../../../src/verify/report/markdown-text';
import { printable } from '../../../src/verify/report/printable';

const reader = new MarkdownIt({ html: true, linkify: true });
const shown = (html: string) => html.replace(/<!-- -->/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
/** Mostly of what means something in Markdown. */
const texts = array(constantFrom(...'`*_[]()<>&#@!|~\\-+.:1w$ "', 'www.a.com', 'http://b.com', 'x@y.com', '&lt;', '<b>', 'word'), { maxLength: 12 }).map(pieces => pieces.join(''));
const blanks = (text: string) => text.replace(/\s+/g, ' ').trim();

test.each([['of what means something', texts], ['whatsoever', string({ unit: 'binary' })]])('prose %s becomes no markup and loses nothing', (_name, all) => {
  assert(property(all, text => {
    const html = reader.render(`we say: ${prose(text)} end`);
    expect(html.replace(/<!-- -->/g, '')).toMatch(/^<p>[^<]*<\/p>\n$/);
    expect(blanks(shown(html.slice(3, -5)))).toBe(blanks(`we say: ${printable(text)} end`));
    expect(html).not.toMatch(/@\w|#\d/);
  }), { numRuns: 500 });
});

test('prose at the beginning of an item starts no list of its own', () => {
  assert(property(texts, text => {
    expect(reader.render(`- ${prose(`${text}a`)}`).match(/<(ul|ol|h\d|blockquote|hr|pre)/g)).toEqual(['<ul']);
  }), { numRuns: 500 });
});

test('code becomes one span and loses nothing', () => {
  assert(property(texts.filter(text => text.trim() !== ''), text => {
    const html = reader.render(`a ${code(text)} b`);
    expect(html).toMatch(/^<p>a <code>[^<]*<\/code> b<\/p>\n$/);
    expect(shown(html.slice(9, -11 - 1))).toContain(printable(text).trim());
  }), { numRuns: 500 });
  expect([code(''), code(' '), code(' a'), code('`')]).toEqual(['(blank)', '(blank)', '`  a `', '`` ` ``']);
});

test('in a tag only what means something in HTML is escaped, and nobody is mentioned', () => {
  expect(inTag('a*b <b> @all #1 \'')).toBe('a*b &lt;b&gt; @<!-- -->all #<!-- -->1 &#39;');
});
