import { judge, JudgingArguments } from './judging';
import { progressOn } from './terminal';
import { Difference, differenceOf } from '../verify/report/difference';
import { jsonDifference, markdownDifference, textDifference } from '../verify/report/difference-formats';

/** What `bulwark diff` was asked for. */
export interface DiffArguments extends JudgingArguments {
  readonly format: string;
}

const FORMATS: { readonly [format: string]: (difference: Difference) => string } = {
  text: textDifference,
  markdown: markdownDifference,
  json: jsonDifference,
};

/**
 * Compares manifests as they were with those that are, and returns the exit code: 0 no new finding, 1 new ones, 2 something could not be read or judged.
 */
export function diff(old: string, now: string, given: DiffArguments, print: (text: string) => void): number {
  const progress = progressOn(process.stderr);
  const [before, after] = [old, now].map(path => {
    const { report, sources, context } = judge([path], given, progress.tell);
    const manifestsOf = (read: typeof sources) => read.flatMap(({ manifests }) => manifests);
    return { report, manifests: manifestsOf(sources), context: manifestsOf(context), unread: sources.flatMap(({ errors }) => errors) };
  });
  progress.end();
  // What was acknowledged may be needed only since: an acknowledgement that accepts nothing is no fault of the manifests as they were.
  const difference = differenceOf(before, after, before.unread);
  print(FORMATS[given.format](difference));
  return difference.errors.length > 0 ? 2 : difference.appeared.length > 0 ? 1 : 0;
}
