import { Macro, MacroTable } from './macro';
import { OPTIONAL_MACROS } from './macros/optional';
import { QUANTIFIERS } from './macros/quantifiers';
import { SORT_MACROS } from './macros/sort';
import { TRANSFORMATIONS } from './macros/transformations';

const MACROS: MacroTable = { ...QUANTIFIERS, ...TRANSFORMATIONS, ...OPTIONAL_MACROS, ...SORT_MACROS };

/** The macros of a name that take this many arguments, of all minors. */
export function macrosOf(name: string, args: number): readonly Macro[] {
  return Object.prototype.hasOwnProperty.call(MACROS, name) ? MACROS[name].filter(({ names, bodies }) => names + bodies === args) : [];
}
