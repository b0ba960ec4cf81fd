import { asConfigured, configurationOf, pathsOf } from './configuration';
import { Severity, SeverityOrder } from '../model/severity';
import { readSources } from '../verify/files';
import { jsonReport } from '../verify/report/json';
import { Report } from '../verify/report/report';
import { textReport } from '../verify/report/text';
import { Verification } from '../verify/verifier';

/** What `bulwark verify` was asked for. */
export interface VerifyArguments {
  readonly format: string;
  /** False for none. */
  readonly pack?: string[] | false;
  readonly control?: string[];
  readonly target?: string;
  readonly failOn?: string;
  readonly context: string[];
  readonly complete?: boolean;
  readonly config?: string;
  readonly now?: string;
  readonly policy: string[];
  readonly as?: string;
  readonly asGroup?: string[];
}

/** How a report is written. */
export const FORMATS: { readonly [format: string]: (report: Report) => string } = { text: textReport, json: jsonReport };

/** Verifies files and returns the exit code: 0 clean, 1 findings, 2 something could not be read or judged, whatever was found besides. */
export function verify(paths: readonly string[], given: VerifyArguments, print: (text: string) => void): number {
  const configuration = configurationOf(given.config);
  const verification = new Verification({
    ...asConfigured(configuration, given),
    complete: given.complete ?? configuration.complete,
    now: given.now,
    policies: [...configuration.policies, ...given.policy],
    user: given.as,
    groups: given.asGroup,
  });
  const sources = readSources(pathsOf(paths, configuration), true);
  const context = readSources([...configuration.context, ...given.context], false, sources);
  const report = verification.verifySources(sources, context, configuration.acknowledgements);
  print(FORMATS[given.format](report));
  if (report.errors.length > 0) {
    return 2;
  }
  const threshold = (given.failOn ?? configuration.failOn ?? Severity.LOW) as Severity;
  return report.findings.some(({ severity }) => SeverityOrder.atLeast(severity, threshold)) ? 1 : 0;
}
