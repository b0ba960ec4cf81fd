import { existsSync } from 'node:fs';
import { Configuration, readConfiguration } from '../verify/configuration';
import { VerifierOptions } from '../verify/verifier-options';

const CONFIGURATION = 'bulwark.yaml';

/**
 * The configuration that was asked for, else `bulwark.yaml` where there is one.
 *
 * @throws if the file that was named is not there, or is no configuration
 */
export function configurationOf(file: string | undefined): Configuration {
  if (file !== undefined && !existsSync(file)) {
    throw new Error(`${file}: there is no such file; leave --config out, or name the configuration`);
  }
  return readConfiguration(file ?? CONFIGURATION);
}

/** What of a configuration a verification is made with, where the command line says nothing. */
export function asConfigured(
  configuration: Configuration, given: { readonly pack?: string[] | false; readonly control?: string[]; readonly target?: string },
): Pick<VerifierOptions, 'packs' | 'controls' | 'target' | 'platform' | 'parameters' | 'severities' | 'ownControls'> {
  const { target, platform, packs, controls, parameters, severities, ownControls } = configuration;
  const named = given.pack !== undefined || given.control !== undefined;
  return {
    packs: given.pack === false ? [] : given.pack ?? (named ? undefined : packs),
    controls: given.control ?? (named ? undefined : controls),
    target: given.target ?? target,
    platform,
    parameters,
    severities,
    ownControls,
  };
}

/**
 * What is judged: what the command line names, else what the configuration does.
 *
 * @throws if neither names anything
 */
export function pathsOf(given: readonly string[], { paths }: Configuration): readonly string[] {
  if (given.length + paths.length === 0) {
    throw new Error(`there is nothing to judge: name files or folders, or say paths in ${CONFIGURATION}`);
  }
  return given.length > 0 ? given : paths;
}
