import { ofFirst } from '../cost';
import { CelError } from '../error';
import { FunctionTable, overload } from '../overload';
import { Semver } from '../semver';

const since = 34;
const parsing = { since, cost: ofFirst(1) };

function isSemver(text: string, normalize?: boolean): boolean {
  try {
    Semver.parse(text, normalize);
    return true;
  } catch (error) {
    if (error instanceof CelError) {
      return false;
    }
    throw error;
  }
}

/** The API server's integer is that of Go: the upper half of 64 bits is negative. */
const number = (index: number) => overload('semver.() -> int', ({ numbers }: Semver) => BigInt.asIntN(64, numbers[index]), { since });

/** Semantic versions. */
export const VERSIONS: FunctionTable = {
  semver: [...overload('(string) -> semver', (text: string) => Semver.parse(text), parsing), ...overload('(string, bool) -> semver', Semver.parse, parsing)],
  isSemver: [...overload('(string) -> bool', (text: string) => isSemver(text), parsing), ...overload('(string, bool) -> bool', isSemver, parsing)],
  isGreaterThan: overload('semver.(semver) -> bool', (a: Semver, b: Semver) => a.compare(b) > 0, { since }),
  isLessThan: overload('semver.(semver) -> bool', (a: Semver, b: Semver) => a.compare(b) < 0, { since }),
  compareTo: overload('semver.(semver) -> int', (a: Semver, b: Semver) => BigInt(a.compare(b)), { since }),
  major: number(0),
  minor: number(1),
  patch: number(2),
};
