import { renameSync, statSync, writeFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import { judge, JudgingArguments } from './judging';
import { progressOn } from './terminal';
import { Remedies } from '../controls/remedies';
import { Fixed, fixed } from '../fix/fixed';
import { KubernetesVersion } from '../model/kubernetes-version';
import { Source } from '../verify/input';

/** What `bulwark fix` was asked for. */
export interface FixArguments extends JudgingArguments {
  readonly write: boolean;
  readonly behavioural: boolean;
}

const STANDARD_INPUT = '-';

/**
 * Applies the remedies of what is found in files, and returns the exit code: 0 nothing to fix or written, 1 something to fix, 2 something could not be
 * read or fixed. What was acknowledged is left as it is.
 */
export function fix(paths: readonly string[], given: FixArguments, print: (text: string) => void, complain: (text: string) => void): number {
  const progress = progressOn(process.stderr);
  const { report: { findings, errors }, sources, configuration } = judge(paths, given, progress.tell);
  progress.end();
  const named = given.target ?? configuration.target;
  const target = named === undefined ? KubernetesVersion.DEFAULT : KubernetesVersion.of(named);
  const remedies = Remedies.of(target, given.behavioural);
  const faults = errors.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  let fields = 0;
  let files = 0;
  for (const source of sources) {
    try {
      const result = fixed(source.text, findings.filter(({ file }) => file === source.file), remedies);
      if (result.filled.length > 0) {
        fields += result.filled.length;
        files++;
        print(given.write ? written(source, result) : difference(source, result));
      }
    } catch (error) {
      faults.push(`${source.file}: ${(error as Error).message}`);
    }
  }
  faults.forEach(fault => complain(`bulwark: ${fault}\n`));
  complain(`${fields} field${fields === 1 ? '' : 's'} ${given.write ? 'filled in' : 'to fill in'}, in ${files} file${files === 1 ? '' : 's'}\n`);
  return faults.length > 0 ? 2 : fields > 0 && !given.write ? 1 : 0;
}

/** What is read from standard input goes to standard output, whole. A file is there in its old or its new state, never half written. */
function written({ file }: Source, { text, filled }: Fixed): string {
  if (file === STANDARD_INPUT) {
    return text;
  }
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, text, { mode: statSync(file).mode });
  renameSync(beside, file);
  return `${file}: ${[...new Set(filled.map(({ control }) => control))].join(', ')}\n`;
}

function difference({ file, text }: Source, { text: after }: Fixed): string {
  return createTwoFilesPatch(file, file, text, after, '', '', { context: 3 }).replace(/^(?:Index: .*\n)?=+\n/, '');
}
