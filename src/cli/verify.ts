import { readFileSync } from 'node:fs';
import { FORMATS, portionsOf } from './formats';
import { judge, JudgingArguments } from './judging';
import { Output, outputOf, writeWhole } from './output';
import { progressOn, styleFor } from './terminal';
import { Severity, SeverityOrder } from '../model/severity';
import { againstBaseline, findingsOfReport } from '../verify/report/baseline';
import { Finding } from '../verify/report/report';

/** What `bulwark verify` was asked for. */
export interface VerifyArguments extends JudgingArguments {
  readonly format: string;
  readonly output: string[];
  readonly failOn?: string;
  readonly baseline?: string;

  /** A context of kubectl, or true for the current one. */
  readonly cluster?: string | true;
}

/** Verifies files and returns the exit code: 0 clean, 1 findings, 2 something could not be read or judged, whatever was found besides. */
export function verify(paths: readonly string[], given: VerifyArguments, print: (text: string) => void): number {
  const outputs = distinct(given.output.map(outputOf));
  const known = given.baseline === undefined ? undefined : baselineOf(given.baseline);
  const progress = progressOn(process.stderr);
  const { report: judged, sources, configuration } = judge(paths, given, progress.tell, given.cluster);
  progress.end();
  const report = known === undefined ? judged : againstBaseline(judged, known);
  writeWhole(outputs.map(({ format, file }) => ({ file, portions: portionsOf(FORMATS[format]()(report, { sources })) })));
  for (const portion of portionsOf(FORMATS[given.format]()(report, { style: styleFor(process.stdout), sources }))) {
    print(portion);
  }
  if (report.errors.length > 0) {
    return 2;
  }
  const threshold = (given.failOn ?? configuration.failOn ?? Severity.LOW) as Severity;
  return report.findings.some(({ severity }) => SeverityOrder.atLeast(severity, threshold)) ? 1 : 0;
}

/** A baseline that cannot be read must not let everything pass, or fail: it is an error. */
function baselineOf(file: string): Finding[] {
  try {
    return findingsOfReport(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: no baseline: ${(error as Error).message}; write one with --output json=${file}`);
  }
}

function distinct(outputs: readonly Output[]): readonly Output[] {
  const twice = outputs.find(({ file }, index) => outputs.findIndex(other => other.file === file) !== index);
  if (twice !== undefined) {
    throw new Error(`--output ${twice.format}=${twice.file}: another report goes to that file; give each its own`);
  }
  return outputs;
}
