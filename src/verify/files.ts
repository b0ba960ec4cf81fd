import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Source } from './input';

const MANIFEST = /\.(ya?ml|json)$/;
const STANDARD_INPUT = '-';
const REPLACEMENT = '\uFFFD';

/** A file to read, or why it cannot be. */
interface Named { readonly file: string; readonly fault?: string }

/**
 * Reads everything that paths stand for: files, the manifests below folders or of a glob in the order of their names, or standard input. What
 * cannot be read is an error of its source, and the rest is read all the same. A file that is reached twice, also by a symbolic link, is read once.
 *
 * @param except sources whose files are not read again
 * @param readSome is told how many files were read, of how many
 */
export function readSources(
  paths: readonly string[], judged: boolean, except: readonly Source[] = [], readSome: (done: number, all: number) => void = () => {},
): Source[] {
  const seen = new Set(except.map(({ file }) => identity(file)));
  return paths.flatMap(filesOf).filter(({ file }) => {
    const own = identity(file);
    return !seen.has(own) && seen.add(own);
  }).map(({ file, fault }, index, all) => {
    readSome(index, all.length);
    return fault === undefined ? read(file, judged) : Source.unreadable(file, { message: fault });
  });
}

/** The files that a path stands for. */
export function filesOf(path: string): Named[] {
  if (path === STANDARD_INPUT) {
    return [{ file: path }];
  }
  try {
    if (!statSync(path).isDirectory()) {
      return [{ file: path }];
    }
  } catch (error) {
    return matchedBy(path) ?? [{ file: path, fault: reason(error) }];
  }
  const files = [...below(path, new Set())].sort((a, b) => a.file < b.file ? -1 : 1);
  return files.length > 0 ? files : [{ file: path, fault: 'the folder holds no .yaml, .yml or .json file' }];
}

/**
 * The manifests that a glob matches, hidden ones too, for a folder has them as well; nothing where it is none. A file of that very name is no glob,
 * whatever is in its name.
 */
function matchedBy(glob: string): Named[] | undefined {
  // Required here, for most runs have none.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { globSync, isDynamicPattern } = require('tinyglobby') as typeof import('tinyglobby');
  if (!isDynamicPattern(glob)) {
    return undefined;
  }
  const files = globSync(glob, { dot: true, expandDirectories: false, absolute: isAbsolute(glob) }).filter(file => MANIFEST.test(file)).sort();
  return files.length > 0 ? files.map(file => ({ file })) : [{ file: glob, fault: 'no .yaml, .yml or .json file matches' }];
}

/** Folders that link to each other are walked once. */
function* below(folder: string, walked: Set<string>): Generator<Named> {
  walked.add(identity(folder));
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    return yield { file: folder, fault: reason(error) };
  }
  for (const name of names) {
    const file = join(folder, name);
    try {
      const found = statSync(file);
      if (found.isDirectory()) {
        if (!walked.has(identity(file))) {
          yield* below(file, walked);
        }
      } else if (MANIFEST.test(name)) {
        yield found.isFile() ? { file } : { file, fault: 'it is neither a file nor a folder' };
      }
    } catch (error) {
      if (MANIFEST.test(name)) {
        yield { file, fault: reason(error) };
      }
    }
  }
}

function read(file: string, judged: boolean): Source {
  try {
    const bytes = readFileSync(file === STANDARD_INPUT ? 0 : file);
    const text = bytes.toString('utf8');
    return isUtf8(bytes) ? new Source(file, text, judged)
      : Source.unreadable(file, { line: text.slice(0, text.indexOf(REPLACEMENT)).split('\n').length, message: 'not YAML: it is not UTF-8; save it as UTF-8' });
  } catch (error) {
    return Source.unreadable(file, { message: reason(error) });
  }
}

/** The same for the same file, whatever it is called. */
function identity(file: string): string {
  try {
    return file === STANDARD_INPUT ? file : realpathSync(file);
  } catch {
    return file;
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read: ${message}`;
}
