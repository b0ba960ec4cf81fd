import { CONVERSIONS } from './functions/conversions';
import { LISTS } from './functions/lists';
import { OPTIONALS } from './functions/optional';
import { SETS } from './functions/sets';
import { STRINGS } from './functions/strings';
import { FunctionTable, Overload } from './overload';

const COMMON: readonly FunctionTable[] = [CONVERSIONS, STRINGS, LISTS, SETS, OPTIONALS];

/* eslint-disable @typescript-eslint/no-require-imports -- these are read only where an expression calls them, so that a command starts fast */
const RARE: ReadonlyArray<readonly [names: RegExp, load: () => FunctionTable]> = [
  [/^(?:timestamp|duration|get(?:FullYear|Month|DayOf(?:Year|Month|Week)|Date|Hours|Minutes|Seconds|Milliseconds))$/, () => require('./functions/time').TIMES],
  [/^(?:quantity|isQuantity|sign|isGreaterThan|isLessThan|compareTo|isInteger|as(?:Integer|ApproximateFloat)|add|sub)$/, () => require('./functions/quantity').QUANTITIES],
  [/^(?:ip(?:\.isCanonical)?|isIP|family|is(?:Unspecified|Loopback|LinkLocal(?:Multicast|Unicast)|GlobalUnicast)|cidr|isCIDR|prefixLength|masked|contains(?:IP|CIDR))$/,
    () => require('./functions/addresses').ADDRESSES],
  [/^(?:url|isURL|get(?:Scheme|Host|Hostname|Port|EscapedPath|Query))$/, () => require('./functions/urls').URLS],
  [/^(?:format\..*|validate)$/, () => require('./functions/formats').FORMATS],
  [/^(?:semver|isSemver|isGreaterThan|isLessThan|compareTo|major|minor|patch)$/, () => require('./functions/versions').VERSIONS],
];
/* eslint-enable @typescript-eslint/no-require-imports */

const found = new Map<string, readonly Overload[]>();

/** All ways to call a function of the API server's CEL, of all minors; none if there is no such function. */
export function functionsOf(name: string): readonly Overload[] {
  let known = found.get(name);
  if (known === undefined) {
    const tables = [...COMMON, ...RARE.filter(([names]) => names.test(name)).map(([, load]) => load())];
    known = tables.flatMap(table => Object.prototype.hasOwnProperty.call(table, name) ? table[name] : []);
    found.set(name, known);
  }
  return known;
}
