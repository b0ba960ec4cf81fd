import type { Report } from '../verify/report/report';
import type { TextStyle } from '../verify/report/text-style';

/** Writes a report. What is not for a terminal has no use for a style. */
export type Format = (report: Report, style?: TextStyle) => string;

/* eslint-disable @typescript-eslint/no-require-imports */
/** How a report is written. Each is loaded when it is asked for; the names are literal, for a bundler reads them. */
export const FORMATS: { readonly [format: string]: () => Format } = {
  text: () => (require('../verify/report/text') as typeof import('../verify/report/text')).textReport,
  json: () => (require('../verify/report/json') as typeof import('../verify/report/json')).jsonReport,
  sarif: () => (require('../verify/report/sarif') as typeof import('../verify/report/sarif')).sarifReport,
  junit: () => (require('../verify/report/junit') as typeof import('../verify/report/junit')).junitReport,
  markdown: () => (require('../verify/report/markdown') as typeof import('../verify/report/markdown')).markdownReport,
  github: () => (require('../verify/report/github') as typeof import('../verify/report/github')).githubReport,
  openreports: () => (require('../verify/report/openreports') as typeof import('../verify/report/openreports')).openReports,
  html: () => (require('../verify/report/html/page') as typeof import('../verify/report/html/page')).htmlReport,
};
/* eslint-enable @typescript-eslint/no-require-imports */
