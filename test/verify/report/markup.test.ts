import { assert, property, string } from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { HOSTILE } from './example';
import { Markup, markup } from '../../../src/verify/report/markup';
import { printable } from '../../../src/verify/report/printable';

const read = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');

test('what is filled in is text, unless it is markup; lists follow each other, and nothing is nothing', () => {
  expect(markup`<p>${'a<b'} ${3}${undefined}${[markup`<i/>`, '&']}</p>`.text).toBe('<p>a&lt;b 3<i/>&amp;</p>');
  expect(`${new Markup('<b>')}`).toBe('<b>');
});

test('no text is more than text, in an element or an attribute, and it can be read back', () => {
  assert(property(string({ unit: 'binary' }), text => {
    const { text: written } = markup`${text}`;
    expect(written).not.toMatch(/[<>"']|&(?!(lt|gt|quot|amp|#39);)/);
    expect(read(written)).toBe(printable(text));
  }));
});

test('a reader of XML finds nothing wrong with it', async () => {
  const xml = markup`<r>${HOSTILE.map(text => markup`<e a="${text}">${text}</e>`)}</r>`.text;
  const schema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"/></xs:schema>';
  expect((await validateXML({ xml: [{ fileName: 'r.xml', contents: xml }], schema: [schema] })).errors).toEqual([]);
});
