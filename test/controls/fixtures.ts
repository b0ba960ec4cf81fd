import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** How the fixtures of a control are verified: `options.yaml` beside them. */
export interface FixtureOptions {
  /** The Kubernetes minor. @default - the verifier's */
  readonly target?: string;

  /** Parameters of the control. @default - its own */
  readonly parameters?: { readonly [name: string]: unknown };

  /** The files that the parameters are for. @default - all */
  readonly files?: readonly string[];
}

/** The manifests of one control. */
export interface Fixtures {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly options: FixtureOptions;
}

const directories = (path: string) => readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);

/** The fixtures of every control that has some. */
export const FIXTURES: readonly Fixtures[] = directories(__dirname).flatMap(topic => directories(join(__dirname, topic)).map(id => {
  const folder = join(__dirname, topic, id);
  const options = join(folder, 'options.yaml');
  return {
    id,
    folder,
    files: readdirSync(folder).filter(name => /^(good|bad).*\.yaml$/.test(name)),
    options: existsSync(options) ? load(readFileSync(options, 'utf8')) as FixtureOptions : {},
  };
}));

/** A table of the tests: what does not hold everywhere, and why. */
export function exceptions<T>(name: string): Record<string, T> {
  return load(readFileSync(join(__dirname, name), 'utf8')) as Record<string, T>;
}
