import { Drawing } from './drawing';
import { Encryption } from './edge';
import { graphvizOf, LINES } from './graphviz';
import { ENCRYPTION_WORDS } from './written';

/** The room for the legend, below the drawing. */
const LEGEND = { height: 74, width: 560, line: 46, step: 180 };

const DASHES: { readonly [style: string]: string } = { solid: '', dashed: ' stroke-dasharray="5,2"', dotted: ' stroke-dasharray="1,5"' };

/** Draws as one SVG that needs nothing else: no script, no font, no address. The same drawing is the same bytes. */
export async function svgOf(drawing: Drawing): Promise<string> {
  const graphviz = await load();
  const ids = new Map(drawing.nodes.map(({ id }, index) => [id, `node${index}`]));
  const titles = new Map([
    ...drawing.nodes.map(({ id, title }): [string, string] => [ids.get(id)!, title]),
    ...drawing.edges.map(({ source, destination, title }): [string, string] => [`${ids.get(source)}->${ids.get(destination)}`, title]),
  ]);
  const drawn = graphviz.layout(graphvizOf(drawing), 'svg', 'dot');
  const [, width, height] = /viewBox="0\.00 0\.00 ([\d.]+) ([\d.]+)"/.exec(drawn)!.map(Number);
  const body = drawn.slice(drawn.indexOf('<g '), drawn.lastIndexOf('</svg>')).replace(/<!--[^]*?-->\n?/g, '')
    .replace(/<title>([^<]*)<\/title>/g, (_, title: string) => `<title>${escaped(titles.get(title.replace(/&#45;/g, '-').replace(/&gt;/g, '>')) ?? '')}</title>`)
    .replace(/<title><\/title>\n/g, '').replace(/ xml:space="preserve"/g, '');
  const [wide, high] = [Math.max(width, LEGEND.width), height + LEGEND.height];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="bulwark-title bulwark-desc" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">`,
    '<title id="bulwark-title">Who can reach whom</title>',
    `<desc id="bulwark-desc">${escaped(drawing.summary)}</desc>`,
    `<rect width="${wide}" height="${high}" fill="#ffffff"/>`,
    body.trimEnd(),
    legend(height, drawing.summary),
    '</svg>\n',
  ].join('\n');
}

function legend(top: number, summary: string): string {
  const words: readonly [Encryption, string][] = [['encrypted', 'solid'], ['plain', 'dashed'], ['unknown', 'dotted']];
  const text = (x: number, y: number, words2: string, color: string) =>
    `<text x="${x}" y="${y}" font-family="Helvetica,Arial,sans-serif" font-size="12" fill="${color}">${escaped(words2)}</text>`;
  return [
    '<g id="legend">',
    ...words.flatMap(([encryption, style], index) => {
      const { color, width } = LINES[encryption];
      const left = 16 + index * LEGEND.step;
      return [
        `<line x1="${left}" y1="${top + 22}" x2="${left + LEGEND.line}" y2="${top + 22}" stroke="${color}" stroke-width="${width}"${DASHES[style]}/>`,
        text(left + LEGEND.line + 8, top + 26, ENCRYPTION_WORDS[encryption], color),
      ];
    }),
    text(16, top + 54, `${summary}.`, '#333333'),
    '</g>',
  ].join('\n');
}

/** A document of XML has no place for control characters, and what is markup in a name is not. */
function escaped(text: string): string {
  return text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/g, '\ufffd').replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
}

/** What is used of Graphviz. */
interface Graphviz { layout(dot: string, format: 'svg', engine: 'dot'): string }

/** It is loaded for a picture only: it takes longer than all else. */
function load(): Promise<Graphviz> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loaded = require('@hpcc-js/wasm-graphviz') as { readonly Graphviz: { load(): Promise<Graphviz> } };
  return loaded.Graphviz.load();
}
