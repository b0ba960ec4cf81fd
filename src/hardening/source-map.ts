import { readFileSync } from 'node:fs';
import { findSourceMap, SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SourcePlace } from '../model/source-place';

/** What compilers write at the end of what they make. */
const COMMENT = /^\/[/*][#@]\s*sourceMappingURL=(\S+?)\s*(?:\*\/)?\s*$/gm;
const DATA = /^data:application\/json[^,]*?(;base64)?,(.*)$/s;

interface Mapped { readonly map: SourceMap; readonly base: string }
const maps = new Map<string, Mapped | undefined>();

/**
 * What a place in a compiled file was compiled from; the place itself where no source map tells. Node's own map is asked first, which there is where it was
 * started with --enable-source-maps. Who compiles in memory, such as ts-node, has written the stack in terms of the source already.
 */
export function originOf(place: SourcePlace): SourcePlace {
  const { file, line, column } = place;
  if (!maps.has(file)) {
    maps.set(file, mapOf(file));
  }
  const found = maps.get(file);
  const entry = found?.map.findEntry(line - 1, column - 1);
  if (found === undefined || entry === undefined || !('originalSource' in entry) || entry.originalSource === undefined) {
    return place;
  }
  const source = pathOf(entry.originalSource, found.base);
  return source === undefined ? place : { file: source, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

function mapOf(file: string): Mapped | undefined {
  const known = findSourceMap(file);
  if (known !== undefined) {
    return { map: known, base: dirname(file) };
  }
  try {
    const link = [...readFileSync(file, 'utf8').matchAll(COMMENT)].at(-1)?.[1];
    if (link === undefined) {
      return undefined;
    }
    const [, base64, data] = DATA.exec(link) ?? [];
    const beside = pathOf(link, dirname(file));
    const text = data === undefined ? readFileSync(beside!, 'utf8') : base64 ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data);
    return { map: new SourceMap(JSON.parse(text)), base: data === undefined ? dirname(beside!) : dirname(file) };
  } catch {
    // A map that is gone or broken maps nothing: what is compiled is named then, which is true.
    return undefined;
  }
}

/** A source is named by an address, absolute or from where its map stands. Some bundlers name it by a scheme of their own: that is no file. */
function pathOf(source: string, base: string): string | undefined {
  const { protocol, href } = new URL(source, pathToFileURL(resolve(base, '.') + '/'));
  return protocol === 'file:' ? fileURLToPath(href) : undefined;
}
