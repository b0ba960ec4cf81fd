import { configurationOf } from './configuration';
import type { Progress } from './terminal';
import { ScopedAcknowledgement } from '../verify/acknowledgement';
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
  readonly complete: boolean;
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
  readonly acknowledgements: readonly ScopedAcknowledgement[];
}

/** Reads and judges what paths stand for. */
export function judge(paths: readonly string[], given: JudgingArguments, progress: Progress): Judged {
  const { parameters, acknowledgements } = configurationOf(given.config);
  const verification = new Verification({
    packs: given.pack === false ? [] : given.pack,
    controls: given.control,
    target: given.target,
    complete: given.complete,
    now: given.now,
    parameters,
    policies: given.policy,
    user: given.as,
    groups: given.asGroup,
  }, (done, all) => progress('objects judged:', done, all));
  const sources = readSources(paths, true, [], (done, all) => progress('files read:', done, all));
  const report = verification.verifySources(sources, readSources(given.context, false, sources), acknowledgements);
  return { report, sources, acknowledgements };
}
