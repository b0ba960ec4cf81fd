import { patternCost } from '../cost';
import { NamedFormat } from '../named-format';
import { FunctionTable, overload } from '../overload';
import { Optional } from '../values';

const since = 32;

function named(name: string): Optional {
  const format = NamedFormat.of(name);
  return format === undefined ? Optional.NONE : Optional.of(format);
}

function validate(format: NamedFormat, text: string): Optional {
  const wrong = format.validate(text);
  return wrong.length === 0 ? Optional.NONE : Optional.of(wrong);
}

/** Named formats of text. */
export const FORMATS: FunctionTable = {
  'format.named': overload('(string) -> optional(format)', named, { since }),
  'validate': overload('format.(string) -> optional(list(string))', validate, { since, cost: ([format, text]) => patternCost(text, (format as NamedFormat).patternSize) }),
  ...Object.fromEntries(NamedFormat.NAMES.map(name => [`format.${name}`, overload('() -> format', () => NamedFormat.of(name), { since })])),
};
