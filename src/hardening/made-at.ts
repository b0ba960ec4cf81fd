import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IConstruct } from 'constructs';
import { originOf } from './source-map';
import { SourcePlace } from '../model/source-place';

/** How V8 writes a frame: `at new Web (/app/web.ts:7:5)`, or without a function. */
const FRAME = /^\s*at (?:(?:async )?(.+?) \()?((?:file:\/\/)?[^()]+?):(\d+):(\d+)\)?$/;

/** What a library is called by when an app is validated or synthesized. */
const SYNTHESIS = /^(Node\.validate|App\.synth(Yaml)?|synthesized)$/;

/** From an object to whoever made it there are constructors and helpers of several libraries. */
const DEEPEST = 60;

let own: string | undefined;
const made = new WeakMap<IConstruct, { readonly stack: string }>();

/**
 * Remembers where a construct is made. It is called while that happens. V8 keeps the frames, and writes them out only for who reads them, which is a
 * report with a finding.
 *
 * @param below the function that is asked, above which nobody looks
 */
export function rememberMaking(construct: IConstruct, below: Function): void {
  const here = { stack: '' };
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEEPEST;
  Error.captureStackTrace(here, below);
  Error.stackTraceLimit = limit;
  made.set(construct, here);
}

/**
 * The line that made a construct: the first that is in no library, and not in the constructor of its own class. Nothing where nobody knows, as of what a
 * library makes when the app is synthesized.
 */
export function madeAt(construct: IConstruct): SourcePlace | undefined {
  const stack = made.get(construct)?.stack;
  // Who writes stacks in a way of his own may make anything of them.
  const lines = typeof stack === 'string' ? stack.split('\n') : [];
  const constructors = constructorsOf(construct);
  for (const line of lines) {
    const [, name = '', , row, column] = FRAME.exec(line) ?? [];
    const path = pathIn(line);
    if (path === undefined) {
      continue;
    }
    const place = originOf({ file: path, line: Number(row), column: Number(column) });
    if (isLibrary(path) || isLibrary(place.file) || isOwn(place.file)) {
      if (SYNTHESIS.test(name)) {
        return undefined;
      }
    } else if (!constructors.has(name)) {
      return { ...place, file: asNamed(place.file) };
    }
  }
  return undefined;
}

function isLibrary(file: string): boolean {
  return file.includes(`${sep}node_modules${sep}`);
}

/** Our own code stands in one file where it is published, and in folders where it is tested. Where a bundler has put it into an app, its map tells. */
function isOwn(file: string): boolean {
  own ??= pathIn(new Error().stack?.split('\n')[1]) ?? '';
  return basename(own).startsWith('made-at.') ? file.startsWith(dirname(dirname(own)) + sep) : file === own;
}

/** The file of a frame, where it is in one. */
function pathIn(line = ''): string | undefined {
  const file = FRAME.exec(line)?.[2];
  const path = file?.startsWith('file://') ? fileURLToPath(file) : file;
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

/** An object's own class, and those that it extends, may stand in the app, as those that `cdk8s import` writes. */
function constructorsOf(construct: IConstruct): ReadonlySet<string> {
  const names = new Set<string>();
  for (let type = Object.getPrototypeOf(construct); type !== null; type = Object.getPrototypeOf(type)) {
    names.add(`new ${type.constructor.name}`);
  }
  return names;
}

/** As people name it: relative to where they are, where it is below. */
function asNamed(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}
