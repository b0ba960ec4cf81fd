import { Severity, SeverityOrder } from '../model/severity';
import { readConfiguration } from '../verify/configuration';
import { readSources } from '../verify/files';
import { textReport } from '../verify/report/text';
import { Verification } from '../verify/verifier';

/** What `bulwark verify` was asked for. */
export interface VerifyArguments {
  readonly format: string;
  readonly pack?: string[];
  readonly control?: string[];
  readonly target?: string;
  readonly failOn: string;
  readonly context: string[];
  readonly complete: boolean;
  readonly config: string;
  readonly now?: string;
}

/** Verifies files and returns the exit code: 0 clean, 1 findings, 2 something could not be read or judged. */
export function verify(paths: readonly string[], given: VerifyArguments, print: (text: string) => void): number {
  const { parameters, acknowledgements } = readConfiguration(given.config);
  const verification = new Verification({
    packs: given.pack, controls: given.control, target: given.target, complete: given.complete, now: given.now, parameters,
  });
  const sources = readSources(paths, true);
  const known = new Set(sources.map(({ file }) => file));
  const context = given.context.length === 0 ? [] : readSources(given.context, false).filter(({ file }) => !known.has(file));
  const report = verification.verifySources(sources, context, acknowledgements);
  print(given.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : textReport(report));
  if (report.errors.length > 0) {
    return 2;
  }
  return report.findings.some(({ severity }) => SeverityOrder.atLeast(severity, given.failOn as Severity)) ? 1 : 0;
}
