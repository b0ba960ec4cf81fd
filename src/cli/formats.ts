import type { Source } from '../verify/input';
import type { Report } from '../verify/report/report';
import type { TextStyle } from '../verify/report/text-style';

/** What a format may use besides the report. */
export interface Rendering {
  /** For a terminal. */
  readonly style?: TextStyle;

  /** What was judged. */
  readonly sources: readonly Source[];
}

/** Writes a report, whole or in portions. */
export type Format = (report: Report, rendering: Rendering) => string | Generator<string>;

/* eslint-disable @typescript-eslint/no-require-imports */
/** How a report is written. Each is loaded when it is asked for; the names are literal, for a bundler reads them. */
export const FORMATS: { readonly [format: string]: () => Format } = {
  text: () => (report, { style }) => (require('../verify/report/text') as typeof import('../verify/report/text')).textReport(report, style),
  json: () => (require('../verify/report/json') as typeof import('../verify/report/json')).jsonPortions,
  sarif: () => (report, { sources }) => (require('../verify/report/sarif') as typeof import('../verify/report/sarif')).sarifReport(report, (require('../fix/replacements') as typeof import('../fix/replacements')).replacementsIn(sources)),
  junit: () => (require('../verify/report/junit') as typeof import('../verify/report/junit')).junitReport,
  markdown: () => (require('../verify/report/markdown') as typeof import('../verify/report/markdown')).markdownReport,
  github: () => (require('../verify/report/github') as typeof import('../verify/report/github')).githubReport,
  openreports: () => (require('../verify/report/openreports') as typeof import('../verify/report/openreports')).openReports,
  html: () => (require('../verify/report/html/page') as typeof import('../verify/report/html/page')).htmlReport,
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** The portions of what a format writes. */
export function portionsOf(written: ReturnType<Format>): Iterable<string> {
  return typeof written === 'string' ? [written] : written;
}
