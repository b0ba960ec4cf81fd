import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { configured, ScopedAcknowledgement } from './acknowledgement';
import { readDocuments, YamlDocument } from './documents';
import { LineMap, offsetOf } from './positions';
import { Control, ControlProps } from '../controls/control';
import { Platform } from '../model/platform';
import { PlatformProps } from '../model/platform-props';
import { addPodTemplateKinds } from '../model/pod-template';
import { Severity } from '../model/severity';

/** What a `bulwark.yaml` says; its form is `schemas/bulwark.schema.json`. */
export interface Configuration {
  readonly target?: string;
  readonly platform?: Platform;
  readonly packs?: string[];
  readonly controls?: string[];

  /** Paths, as they are reached from the working directory. */
  readonly policies: string[];
  readonly paths: string[];
  readonly context: string[];
  readonly complete?: boolean;
  readonly failOn?: Severity;
  readonly severities: { readonly [control: string]: Severity };
  readonly parameters: { readonly [control: string]: any };
  readonly acknowledgements: readonly ScopedAcknowledgement[];
  readonly ownControls: Control[];
}

const NOTHING: Configuration = { policies: [], paths: [], context: [], severities: {}, parameters: {}, acknowledgements: [], ownControls: [] };

/**
 * Reads a configuration; a missing one is empty.
 *
 * @throws if it is not YAML, or not of the form; the message names the line and the key
 */
export function readConfiguration(file: string): Configuration {
  if (!existsSync(file)) {
    return NOTHING;
  }
  const text = readFileSync(file, 'utf8');
  const { documents, faults } = readDocuments(text);
  if (faults.length > 0) {
    throw new Error(`${file}:${faults[0].line}: ${faults[0].message}`);
  }
  if (documents.length === 0) {
    return NOTHING;
  }
  const value = documents[0].value as any;
  const fault = faultOf(value);
  if (fault !== undefined) {
    throw new Error(`${file}:${lineOf(text, documents[0], fault.path)}: ${fault.message}`);
  }
  addPodTemplateKinds(value.podTemplates ?? []);
  const placeOf = (path: Fault['path']) => `${file}:${lineOf(text, documents[0], path)}`;
  const reached = (paths: string[] = []) => paths.map(path => join(dirname(file), path));
  return {
    ...NOTHING,
    ...value,
    platform: value.platform && platform(value.platform, placeOf),
    policies: reached(value.policies),
    paths: reached(value.paths),
    context: reached(value.context),
    acknowledgements: configured(value, file),
    ownControls: (value.ownControls ?? []).map((props: ControlProps, index: number) => own(props, placeOf(['ownControls', index]))),
  };
}

type PlatformName = 'generic' | 'eks' | 'gke' | 'aks' | 'openshift';

interface Fault { readonly path: (string | number)[]; readonly message: string }

/** The first thing in which a value differs from the form. */
function faultOf(value: unknown): Fault | undefined {
  // Required here, for most runs have no configuration.
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { Ajv } = require('ajv') as typeof import('ajv');
  const validate = new Ajv({ allowUnionTypes: true }).compile(require('../../schemas/bulwark.schema.json'));
  /* eslint-enable @typescript-eslint/no-require-imports */
  return validate(value) ? undefined : described(validate.errors![0]);
}

function described({ instancePath, keyword, params, message }: ErrorObject): Fault {
  const path = instancePath.split('/').slice(1).map(part => part.replace(/~1/g, '/').replace(/~0/g, '~')).map(part => /^\d+$/.test(part) ? Number(part) : part);
  const place = path.length === 0 ? 'the configuration' : path.join('.');
  switch (keyword) {
    case 'additionalProperties': return { path: [...path, params.additionalProperty], message: `"${params.additionalProperty}" is not known in ${place}: schemas/bulwark.schema.json has what is` };
    case 'required': return { path, message: `${place} has no ${params.missingProperty}: say it` };
    case 'enum': return { path, message: `${place} is none of ${params.allowedValues.join(', ')}: give one of them` };
    case 'pattern': return { path, message: `${place} is not of the form ${params.pattern}` };
    default: return { path, message: `${place} ${message}` };
  }
}

/** @throws with the place, if no cluster can be so */
function platform({ name, ...props }: PlatformProps & { readonly name: PlatformName }, placeOf: (path: Fault['path']) => string): Platform {
  try {
    return Platform[name](props);
  } catch (error) {
    const { message } = error as Error;
    const [, property, index] = /^Platform (\w+)(?:\[(\d+)\])?/.exec(message) ?? [];
    const path = ['platform', ...property === undefined ? [] : [property], ...index === undefined ? [] : [Number(index)]];
    throw new Error(`${placeOf(path)}: ${message}`, { cause: error });
  }
}

/** @throws with the place, if its expression is not CEL */
function own(props: ControlProps, place: string): Control {
  try {
    return new Control(props);
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`);
  }
}

function lineOf(text: string, document: YamlDocument, path: readonly (string | number)[]): number {
  return new LineMap(text).position(offsetOf(document, path)).line;
}
