import { clearLine, cursorTo } from 'node:readline';
import { WriteStream } from 'node:tty';
import { Help } from 'commander';
import { createColors } from 'picocolors';
import { Severity } from '../model/severity';
import { PLAIN, TextStyle } from '../verify/report/text-style';

/** What of a stream decides how it is written to. */
export type Stream = Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

const NARROWEST = 50;
const HANGING = '  ';

/** How text looks on a stream: coloured on a terminal, unless NO_COLOR says no; coloured elsewhere where FORCE_COLOR says so. As wide as the terminal. */
export function styleFor(stream: Stream, env: NodeJS.ProcessEnv = process.env): TextStyle {
  const { bold, dim, red, yellow, cyan } = createColors(isColoured(stream, env));
  const colours: { readonly [severity in Severity]: (text: string) => string } = {
    [Severity.CRITICAL]: red, [Severity.HIGH]: red, [Severity.MEDIUM]: yellow, [Severity.LOW]: cyan,
  };
  const width = stream.isTTY === true ? stream.columns ?? 0 : 0;
  return {
    heading: (text, severity) => bold(severity === undefined ? text : colours[severity](text)),
    faint: dim,
    wrap: width < NARROWEST ? PLAIN.wrap : line => wrapped(line, width),
  };
}

/** https://no-color.org and https://force-color.org: an empty variable says nothing. NO_COLOR wins, for it is the one that people set by hand. */
export function isColoured(stream: Stream, { NO_COLOR = '', FORCE_COLOR = '', TERM }: NodeJS.ProcessEnv): boolean {
  return NO_COLOR === '' && (FORCE_COLOR === '' ? stream.isTTY === true && TERM !== 'dumb' : !['0', 'false'].includes(FORCE_COLOR));
}

/** Words that do not fit go to the next line, below the beginning of the first. */
function wrapped(line: string, width: number): string[] {
  const indent = /^ */.exec(line)![0];
  return new Help().boxWrap(line.slice(indent.length), width - indent.length - HANGING.length).split('\n').map((each, index) => `${indent}${index === 0 ? '' : HANGING}${each}`);
}

/** Tells how far long work has come. */
export type Progress = (what: string, done: number, all: number) => void;

const FIRST_AFTER_MS = 500;
const EVERY_MS = 100;

/** A line on a terminal that says how far work has come, once it takes long; `end` takes it away. Elsewhere there is none. */
export function progressOn(stream: WriteStream, now = Date.now): { readonly tell: Progress; readonly end: () => void } {
  let next = now() + FIRST_AFTER_MS;
  let shown = false;
  return stream.isTTY !== true ? { tell: () => {}, end: () => {} } : {
    tell: (what, done, all) => {
      if (now() >= next) {
        cursorTo(stream, 0);
        stream.write(`${what} ${done} of ${all}`);
        clearLine(stream, 1);
        next = now() + EVERY_MS;
        shown = true;
      }
    },
    end: () => {
      if (shown) {
        cursorTo(stream, 0);
        clearLine(stream, 0);
      }
    },
  };
}
