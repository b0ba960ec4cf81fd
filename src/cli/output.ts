import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { FORMATS } from './formats';

/** A file that a report goes to. */
export interface Output {
  readonly format: string;
  readonly file: string;
}

/**
 * Reads `--output sarif=a.sarif`.
 *
 * @throws if it is written otherwise, or there is no such format
 */
export function outputOf(text: string): Output {
  const [, format, file] = /^([^=]*)=(.+)$/s.exec(text) ?? [];
  if (file === undefined) {
    throw new Error(`--output ${text}: say format and file, as in --output sarif=report.sarif`);
  }
  if (!Object.hasOwn(FORMATS, format)) {
    throw new Error(`--output ${text}: there is no format "${format}": give one of ${Object.keys(FORMATS).join(', ')}`);
  }
  return { format, file };
}

/**
 * Writes files whole or not at all: each beside its place first, and all are put there when all could be written.
 *
 * @throws if one cannot be written: none is there then, and what stood in their places still does
 */
export function writeWhole(files: readonly { readonly file: string; readonly portions: Iterable<string> }[]): void {
  const written: { readonly beside: string; readonly place: string }[] = [];
  for (const { file, portions } of files) {
    try {
      if (isSpecial(file)) {
        writePortions(file, portions);
      } else {
        const place = target(file);
        const beside = `${place}.${process.pid}.tmp`;
        written.push({ beside, place });
        writePortions(beside, portions);
      }
    } catch (error) {
      written.forEach(each => rmSync(each.beside, { force: true }));
      throw new Error(`${file}: the report cannot be written: ${(error as Error).message}`);
    }
  }
  written.forEach(({ beside, place }) => renameSync(beside, place));
}

function writePortions(file: string, portions: Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const portion of portions) {
      writeFileSync(descriptor, portion);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A pipe or a device, such as /dev/stderr, is no file to be replaced. Neither is a folder, and writing to it says so. */
function isSpecial(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === false;
}

/** Where a link leads, so that the link stays. */
function target(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}
