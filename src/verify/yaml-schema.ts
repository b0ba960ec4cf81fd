import { boolYaml11Tag, CORE_SCHEMA, defineScalarTag, mergeTag, NOT_RESOLVED, Schema } from 'js-yaml';

const OCTAL = /^0o?([0-7]+)$/;
const DECIMAL = /^[-+]?[0-9]+$/;
const HEXADECIMAL = /^0x([0-9a-fA-F]+)$/;

function integer(source: string): number | typeof NOT_RESOLVED {
  const octal = OCTAL.exec(source);
  if (octal !== null) {
    return parseInt(octal[1], 8);
  }
  const hexadecimal = HEXADECIMAL.exec(source);
  if (hexadecimal !== null) {
    return parseInt(hexadecimal[1], 16);
  }
  return DECIMAL.test(source) ? Number(source) : NOT_RESOLVED;
}

const intTag = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: [...'+-0123456789'],
  resolve: integer,
  identify: value => Number.isInteger(value),
});

/**
 * YAML as kubectl reads it: `0644` is octal, `yes` and `on` are booleans, merge keys work, dates and `1:20` are strings.
 */
export const KUBERNETES_YAML: Schema = CORE_SCHEMA.withTags(intTag, boolYaml11Tag, mergeTag);
