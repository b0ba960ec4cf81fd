import { ClusterState, readCluster } from './cluster';
import { asConfigured, configurationOf, pathsOf } from './configuration';
import { keepSmall } from './engine';
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

/** After so many objects it is looked at how much memory is in use. */
const OFTEN = 5000;

/** What was judged, and what was said of it. */
export interface Judged {
  readonly report: Report;
  readonly sources: readonly Source[];

  /** What was read and not judged. */
  readonly context: readonly Source[];
  readonly configuration: Configuration;
}

/**
 * Reads and judges what paths stand for.
 *
 * @param paths the configuration's where there are none
 * @param cluster a context of kubectl, or true for the current one, whose objects are judged in place of files
 */
export function judge(paths: readonly string[], given: JudgingArguments, progress: Progress, cluster?: string | true): Judged {
  const configuration = configurationOf(given.config);
  const verification = new Verification({
    ...asConfigured(configuration, given),
    complete: given.complete ?? configuration.complete,
    now: given.now,
    policies: [...configuration.policies, ...given.policy],
    user: given.as,
    groups: given.asGroup,
  }, (done, all) => {
    if (done % OFTEN === 0) {
      keepSmall();
    }
    progress('objects judged:', done, all);
  });
  const { sources, notices } = cluster === undefined ? filesOf(pathsOf(paths, configuration), progress) : clusterWith(paths, cluster, progress);
  const context = readSources([...configuration.context, ...given.context], false, sources);
  const report = verification.verifySources(sources, context, configuration.acknowledgements);
  return { report: notices.length === 0 ? report : { ...report, notices: [...report.notices ?? [], ...notices] }, sources, context, configuration };
}

function filesOf(paths: readonly string[], progress: Progress): ClusterState {
  return { sources: readSources(paths, true, [], (done, all) => progress('files read:', done, all)), notices: [] };
}

/** @throws if files are named too: it would not be clear what of them is in the cluster */
function clusterWith(paths: readonly string[], cluster: string | true, progress: Progress): ClusterState {
  if (paths.length > 0) {
    throw new Error('name files or --cluster, not both: objects of files can be given with --context');
  }
  return readCluster(cluster === true ? undefined : cluster, (done, all) => progress('kinds read:', done, all));
}
