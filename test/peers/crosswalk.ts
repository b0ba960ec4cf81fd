import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** The projects whose cases we are held against. */
export const PEERS = ['kube-linter', 'kube-score', 'polaris', 'kubesec', 'checkov', 'trivy-checks', 'regolibrary', 'gatekeeper-library', 'kyverno-policies'];

/** Why a rule of another project has no control here. The list is closed; of a standard it is said which. */
export const REASONS = ['needs a running cluster', 'needs the image', 'vendor-specific', 'contradicts a standard', 'style only'];

/** What another project's rule is here: the controls that ask for the same, or why there is none. */
export type Crossing = string[] | { readonly 'out-of-scope': string };

/** By peer and rule. */
export const CROSSWALK = read<Crossing>('crosswalk.yaml');

/** By peer, rule and glob of files: why we say something else than the row does. */
export const DISAGREEMENTS = read<Readonly<Record<string, string>>>('disagreements.yaml');

/** By peer and rule: what the rule was told in its cases, told to the controls that serve it. */
export const PARAMETERS = read<Readonly<Record<string, Readonly<Record<string, unknown>>>>>('parameters.yaml');

/** The reason of the list that a rule is out of scope for, or nothing where it is in scope. */
export function outOfScope(crossing: Crossing): string | undefined {
  return Array.isArray(crossing) ? undefined : crossing['out-of-scope'].split(':')[0];
}

/** Whether a glob is for a file: `*` is any text. */
export function fits(glob: string, file: string): boolean {
  return new RegExp(`^${glob.replace(/[.+()[\]]/g, '\\$&').replace(/[*]/g, '.*')}$`).test(file);
}

function read<T>(name: string): Readonly<Record<string, Readonly<Record<string, T>>>> {
  return load(readFileSync(join(__dirname, name), 'utf8')) as Record<string, Record<string, T>>;
}
