import { existsSync } from 'node:fs';
import { Configuration, readConfiguration } from '../verify/configuration';

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
