import { Macro, MacroTable } from './macro';
import { OPTIONAL_MACROS } from './macros/optional';
import { QUANTIFIERS } from './macros/quantifiers';
import { SORT_MACROS } from './macros/sort';
import { TRANSFORMATIONS } from './macros/transformations';

const MACROS: MacroTable = { ...QUANTIFIERS, ...TRANSFORMATIONS, ...OPTIONAL_MACROS, ...SORT_MACROS };

/** The macro of a name that takes this many arguments, where the API server has it. */
export function macroOf(name: string, args: number, minor: number): Macro | undefined {
  return Object.prototype.hasOwnProperty.call(MACROS, name)
    ? MACROS[name].find(({ names, bodies, since = 0 }) => names + bodies === args && since <= minor) : undefined;
}
