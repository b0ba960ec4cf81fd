/** What a parser sees of a text takes many times its size: a large text is read in portions of about this many characters. */
const PORTION = 1_000_000;

/** A comment, or nothing. */
const NOTHING = /^[ \t\r]*(?:#.*)?$/;

/** Where portions of a text start and end: each holds whole documents. */
export function* portionsOf(text: string): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (let end = boundary(text, PORTION); end !== undefined; end = boundary(text, start + PORTION)) {
    yield [start, end];
    start = end;
  }
  yield [start, text.length];
}

/** The first separator from an offset on. A line that starts with it separates documents wherever it stands: nothing that has several lines may hold it. */
function boundary(text: string, from: number): number | undefined {
  for (let at = text.indexOf('\n---', from); at >= 0; at = text.indexOf('\n---', at + 1)) {
    if (' \t\r\n'.includes(text.charAt(at + 4)) && !followsDirective(text, at)) {
      return at + 1;
    }
  }
  return undefined;
}

/** Whether a directive stands before the end of a line, with nothing but comments between: it belongs to the document that comes after it. */
export function followsDirective(text: string, end: number): boolean {
  let line = '';
  let start = end + 1;
  do {
    const last = start - 1;
    start = text.lastIndexOf('\n', last - 1) + 1;
    line = text.slice(start, last);
  } while (start > 0 && NOTHING.test(line));
  return line.startsWith('%');
}
