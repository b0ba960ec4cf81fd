import { CelError } from './error';
import { Comparable } from './values';

const NUMBER = '(0|[1-9]\\d*)';
const FORM = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-([0-9A-Za-z.-]+))?(?:\\+([0-9A-Za-z.-]+))?$`);
const LARGEST = 2n ** 64n - 1n;

/** A version as semver.org has it; what follows a plus does not count in its order. */
export class Semver extends Comparable {
  /**
   * @param normalize also take `v1.02` for 1.2.0
   * @throws CelError if the text is not a version
   */
  public static parse(text: string, normalize = false): Semver {
    const [, major, minor, patch, prerelease, build] = FORM.exec(normalize ? normalized(text) : text) ?? [];
    const numbers = [major, minor, patch].map(part => BigInt(part ?? -1));
    const parts = prerelease?.split('.') ?? [];
    const wrong = numbers.some(part => part < 0n || part > LARGEST) || parts.some(part => part === '' || /^0\d+$/.test(part)) || (build?.split('.') ?? []).includes('');
    if (wrong) {
      throw new CelError(`"${text}" is not a semantic version`);
    }
    return new Semver(numbers, parts);
  }

  public readonly type = 'kubernetes.Semver';

  public constructor(public readonly numbers: readonly bigint[], private readonly prerelease: readonly string[]) {
    super();
  }

  public compare(other: this): number {
    const at = this.numbers.findIndex((part, index) => part !== other.numbers[index]);
    return at >= 0 ? this.numbers[at] < other.numbers[at] ? -1 : 1 : comparePrerelease(this.prerelease, other.prerelease);
  }
}

/** One without is newer than one with; numbers are older than words. */
function comparePrerelease(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) {
    return Math.sign(b.length - a.length);
  }
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0 || at >= b.length) {
    return Math.sign(a.length - b.length);
  }
  const numeric = [a[at], b[at]].map(part => /^\d+$/.test(part));
  if (numeric[0] && numeric[1]) {
    return BigInt(a[at]) < BigInt(b[at]) ? -1 : 1;
  }
  return numeric[0] !== numeric[1] ? numeric[0] ? -1 : 1 : a[at] < b[at] ? -1 : 1;
}

function normalized(text: string): string {
  const [first = '', second, ...rest] = text.replace(/^v/, '').split('.');
  const parts = [first, ...second === undefined ? [] : [second], ...rest.length === 0 ? [] : [rest.join('.')]].map(part => part.length > 1 ? trimmed(part) : part);
  if (parts.length < 3 && /[+-]/.test(parts[parts.length - 1])) {
    throw new CelError('a short version cannot contain a prerelease or build metadata');
  }
  return [...parts, '0', '0'].slice(0, Math.max(3, parts.length)).join('.');
}

function trimmed(part: string): string {
  const bare = part.replace(/^0+/, '');
  return /^\d/.test(bare) ? bare : `0${bare}`;
}
