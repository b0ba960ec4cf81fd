import { asConfigured, configurationOf, pathsOf } from './configuration';
import type { Progress } from './terminal';
import { Configuration } from '../verify/configuration';
import { readSources } from '../verify/files';
import { Source } from '../verify/input';
import { Report } from '../verify/report/report';
import { Verification } from '../verify/verifier';

/** By what is judged: the same for every command that judges. */
export interface JudgingArguments {
  /** False for none. */
  readonly pack?: string[] | false;
  readonly control?: string[];
  readonly target?: string;
  readonly context: string[];
  readonly complete?: boolean;
  readonly config?: string;
  readonly now?: string;
  readonly policy: string[];
  readonly as?: string;
  readonly asGroup?: string[];
}

/** What was judged, and what was said of it. */
export interface Judged {
  readonly report: Report;
  readonly sources: readonly Source[];
  readonly configuration: Configuration;
}

/**
 * Reads and judges what paths stand for.
 *
 * @param paths the configuration's where there are none
 */
export function judge(paths: readonly string[], given: JudgingArguments, progress: Progress): Judged {
  const configuration = configurationOf(given.config);
  const verification = new Verification({
    ...asConfigured(configuration, given),
    complete: given.complete ?? configuration.complete,
    now: given.now,
    policies: [...configuration.policies, ...given.policy],
    user: given.as,
    groups: given.asGroup,
  }, (done, all) => progress('objects judged:', done, all));
  const sources = readSources(pathsOf(paths, configuration), true, [], (done, all) => progress('files read:', done, all));
  const context = readSources([...configuration.context, ...given.context], false, sources);
  return { report: verification.verifySources(sources, context, configuration.acknowledgements), sources, configuration };
}
