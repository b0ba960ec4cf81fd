import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Crossing } from '../../src/cli/crosswalk';
import { VerifierOptions } from '../../src/verify/verifier-options';

/** The projects whose cases we are held against. */
export const PEERS = ['kube-linter', 'kube-score', 'polaris', 'kubesec', 'checkov', 'trivy-checks', 'regolibrary', 'gatekeeper-library', 'kyverno-policies'];

/** Why a rule of another project has no control here. The list is closed; of a standard it is said which. */
export const REASONS = ['needs a running cluster', 'needs the image', 'vendor-specific', 'contradicts a standard', 'style only'];

/**
 * What a disagreement is. The list is closed. With the first four there is nothing to agree on: no API server takes the object, what decides is not among the cases,
 * the row is against what Kubernetes does, or against a standard. The others count against us.
 */
export const KINDS_OF_DISAGREEMENT = ['not an object', 'not here', 'Kubernetes', 'standard', 'their case', 'a choice', 'they are right'];
export const BEYOND_OPINION = KINDS_OF_DISAGREEMENT.slice(0, 4);

/** What a rule was told in its cases, told to us: by the rows it was told for, the first that fits. */
export interface Told {
  /** A glob for the file of a row, with the constraint or the rule of a policy behind it. @default - all its rows */
  readonly rows?: string;

  /** The controls that are asked, where its parameters ask for less than the rule does. @default - those of the crosswalk */
  readonly controls?: readonly string[];
  readonly parameters?: VerifierOptions['parameters'];

  /** The minor of Kubernetes that it is for. */
  readonly target?: string;

  /** Files of cases that are in the cluster already. */
  readonly context?: readonly string[];

  /** What it lets pass by a list, a label or a name of its own: acknowledged here, as bulwark.yaml does. */
  readonly exempt?: readonly object[];
}

/** By peer and rule. */
export const CROSSWALK = read<Crossing>('crosswalk.yaml');

/** By peer, rule and glob of files: why we say something else than the row does. */
export const DISAGREEMENTS = read<Readonly<Record<string, string>>>('disagreements.yaml');

/** By peer and rule: what the rule was told in its cases. */
export const TOLD = read<readonly Told[]>('told.yaml');

/** The reason of the list that a rule is out of scope for, or nothing where it is in scope. */
export function outOfScope(crossing: Crossing): string | undefined {
  return 'out-of-scope' in crossing ? crossing['out-of-scope'].split(':')[0] : undefined;
}

/** Whether a glob is for a file: `*` is any text. */
export function fits(glob: string, file: string): boolean {
  return new RegExp(`^${glob.replace(/[.+()[\]]/g, '\\$&').replace(/[*]/g, '.*')}$`).test(file);
}

function read<T>(name: string): Readonly<Record<string, Readonly<Record<string, T>>>> {
  return load(readFileSync(join(__dirname, name), 'utf8')) as Record<string, Record<string, T>>;
}
