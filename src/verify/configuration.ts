import { existsSync, readFileSync } from 'node:fs';
import { configured, ScopedAcknowledgement } from './acknowledgement';
import { readDocuments } from './documents';

/** What a `bulwark.yaml` says. */
export interface Configuration {
  readonly parameters: { readonly [control: string]: any };
  readonly acknowledgements: readonly ScopedAcknowledgement[];
}

const KNOWN = ['parameters', 'acknowledgements'];

/**
 * Reads a configuration; a missing one is empty.
 *
 * @throws if it is not YAML, or says something that nobody would read
 */
export function readConfiguration(file: string): Configuration {
  if (!existsSync(file)) {
    return { parameters: {}, acknowledgements: [] };
  }
  const { documents, faults } = readDocuments(readFileSync(file, 'utf8'));
  if (faults.length > 0) {
    throw new Error(`${file}:${faults[0].line}: ${faults[0].message}`);
  }
  const value = (documents[0]?.value ?? {}) as { readonly [key: string]: any };
  const unknown = Object.keys(value).filter(key => !KNOWN.includes(key));
  if (unknown.length > 0) {
    throw new Error(`${file}: "${unknown[0]}" is not known here: give ${KNOWN.join(' or ')}`);
  }
  return { parameters: value.parameters ?? {}, acknowledgements: configured(value, file) };
}
