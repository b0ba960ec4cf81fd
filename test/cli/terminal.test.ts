import { Report, Severity } from '../../src';
import { isColoured, progressOn, styleFor } from '../../src/cli/terminal';
import { textReport } from '../../src/verify/report/text';
import { pod, verified } from '../verify/report/example';

const TERMINAL = { isTTY: true, columns: 80 };
// eslint-disable-next-line no-control-regex
const bare = (text: string) => text.replace(/\u001b\[\d+m/g, '');

describe('colour', () => {
  test.each([
    ['on a terminal', TERMINAL, {}, true],
    ['not into a file', {}, {}, false],
    ['not where NO_COLOR says no', TERMINAL, { NO_COLOR: '1' }, false],
    ['although NO_COLOR is empty', TERMINAL, { NO_COLOR: '' }, true],
    ['into a file where FORCE_COLOR says so', {}, { FORCE_COLOR: '1' }, true],
    ['not where FORCE_COLOR says 0', TERMINAL, { FORCE_COLOR: '0' }, false],
    ['not where both say something: NO_COLOR wins', TERMINAL, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['not on a terminal that knows none', TERMINAL, { TERM: 'dumb' }, false],
    ['not in CI by itself', {}, { CI: 'true' }, false],
  ])('%s', (_name, stream, env, coloured) => {
    expect(isColoured(stream, env)).toBe(coloured);
    expect(styleFor(stream, env).heading('x', Severity.HIGH)).toBe(coloured ? '\u001b[1m\u001b[31mx\u001b[39m\u001b[22m' : 'x');
  });

  test('changes nothing of the text', () => {
    const report = verified([pod('web', 'main', { reason: 'r', owner: 'o' })]);
    const coloured = textReport(report, styleFor({}, { FORCE_COLOR: '1' }));
    expect(coloured).not.toBe(textReport(report));
    expect(bare(coloured)).toBe(textReport(report));
  });
});

describe('width', () => {
  const long = (message: string): Report => {
    const report = verified([pod('web')], { packs: ['pss-baseline'] });
    return { ...report, findings: report.findings.map(finding => ({ ...finding, message })) };
  };
  const written = (columns: number, message: string) => textReport(long(message), styleFor({ isTTY: true, columns }, { NO_COLOR: '1' }));

  test.each([60, 80, 120])('at %i columns no line is wider, and every word is there', columns => {
    const message = 'it runs with more than it needs, '.repeat(10).trim();
    const text = written(columns, message);
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(columns);
    expect(text.replace(/\s+/g, ' ')).toContain(message);
    expect(text.split(/\s+/)).toEqual(textReport(long(message)).split(/\s+/));
  });

  test('what follows a broken line is indented below it', () => {
    expect(written(60, 'word '.repeat(20).trim())).toMatch(/\n {2}Pod\/shop\/web container main: word word[^\n]*\n {4}word word/);
  });

  test('a word that is too long stays whole', () => {
    expect(written(60, 'x'.repeat(100))).toContain('x'.repeat(100));
  });

  test('a file has lines as they are', () => {
    const message = 'word '.repeat(100).trim();
    expect(textReport(long(message), styleFor({ columns: 80 }, {}))).toContain(message);
  });
});

describe('progress', () => {
  function told(isTTY: boolean, times: readonly number[]): string {
    let text = '';
    const write = (chunk: string) => { text += chunk; return true; };
    const clock = [0, ...times];
    const { tell, end } = progressOn({ isTTY, write } as any, () => clock.shift()!);
    times.forEach(at => tell('objects judged:', at, 2000));
    end();
    return text;
  }

  test('is told on a terminal, once work takes long, not too often, and taken away at the end', () => {
    // The clock is read once more for each time that it is told.
    expect(told(true, [10, 400, 499]).length).toBe(0);
    expect(told(true, [600, 600, 1000])).toMatch(/objects judged: 600 of 2000/);
    expect(told(true, [600, 600])).toMatch(/\u001b\[1G.*\u001b\[2K$/);
  });

  test('is told nowhere else', () => {
    expect(told(false, [600, 1000, 2000])).toBe('');
  });
});
