import { Cidr, Ip } from '../address';
import { ofFirst, sizeOf, traversal } from '../cost';
import { CelError } from '../error';
import { Cost, FunctionTable, overload } from '../overload';

const since = 31;
const parsing = { since, cost: ofFirst(1) };

function parses(parse: (text: string) => unknown): (text: string) => boolean {
  return text => {
    try {
      parse(text);
      return true;
    } catch (error) {
      if (error instanceof CelError) {
        return false;
      }
      throw error;
    }
  };
}

const is = (test: (bytes: readonly number[]) => boolean) => overload('ip.() -> bool', ({ bytes }: Ip) => test(bytes), { since });
const isFour = (bytes: readonly number[]) => bytes.length === 4;
const isUnspecified = (bytes: readonly number[]) => bytes.every(byte => byte === 0);
const isLoopback = (bytes: readonly number[]) => isFour(bytes) ? bytes[0] === 127 : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
const isMulticast = (bytes: readonly number[]) => isFour(bytes) ? bytes[0] >= 224 && bytes[0] < 240 : bytes[0] === 0xff;
const isLinkLocalMulticast = (bytes: readonly number[]) => isFour(bytes) ? bytes[0] === 224 && bytes[1] === 0 && bytes[2] === 0
  : bytes[0] === 0xff && bytes[1] % 16 === 2;
const isLinkLocalUnicast = (bytes: readonly number[]) => isFour(bytes) ? bytes[0] === 169 && bytes[1] === 254
  : bytes[0] === 0xfe && bytes[1] >= 0x80 && bytes[1] < 0xc0;
const isBroadcast = (bytes: readonly number[]) => isFour(bytes) && bytes.every(byte => byte === 255);
const isGlobalUnicast = (bytes: readonly number[]) =>
  ![isUnspecified, isLoopback, isMulticast, isLinkLocalUnicast, isBroadcast].some(test => test(bytes));

/** Comparing goes through both twice; a text is read first. */
const comparing = (extra: number, ofText: boolean): Cost => ([range, other]) =>
  traversal(sizeOf(range) * 2) + (extra === 0 ? 0 : traversal(sizeOf(range)) + extra) + (ofText ? traversal(sizeOf(other)) : 0);
const containsCidr = (range: Cidr, other: Cidr) => range.bits <= other.bits && range.contains(other.ip);

/** Of addresses and their ranges. */
export const ADDRESSES: FunctionTable = {
  'ip': [...overload('(string) -> ip', Ip.parse, parsing), ...overload('cidr.() -> ip', ({ ip }: Cidr) => ip, { since })],
  'isIP': overload('(string) -> bool', parses(Ip.parse), parsing),
  'ip.isCanonical': overload('(string) -> bool', (text: string) => Ip.parse(text).toString() === text, { since, cost: ofFirst(2) }),
  'family': overload('ip.() -> int', ({ bytes }: Ip) => isFour(bytes) ? 4n : 6n, { since }),
  'isUnspecified': is(isUnspecified),
  'isLoopback': is(isLoopback),
  'isLinkLocalMulticast': is(isLinkLocalMulticast),
  'isLinkLocalUnicast': is(isLinkLocalUnicast),
  'isGlobalUnicast': is(isGlobalUnicast),
  'cidr': overload('(string) -> cidr', Cidr.parse, parsing),
  'isCIDR': overload('(string) -> bool', parses(Cidr.parse), parsing),
  'prefixLength': overload('cidr.() -> int', ({ bits }: Cidr) => BigInt(bits), { since }),
  'masked': overload('cidr.() -> cidr', (range: Cidr) => range.masked(), { since }),
  'containsIP': [
    ...overload('cidr.(string) -> bool', (range: Cidr, text: string) => range.contains(Ip.parse(text)), { since, cost: comparing(0, true), uncertainCost: comparing(0, false) }),
    ...overload('cidr.(ip) -> bool', (range: Cidr, ip: Ip) => range.contains(ip), { since, cost: comparing(0, false) }),
  ],
  'containsCIDR': [
    ...overload('cidr.(string) -> bool', (range: Cidr, text: string) => containsCidr(range, Cidr.parse(text)), { since, cost: comparing(1, true), uncertainCost: comparing(1, false) }),
    ...overload('cidr.(cidr) -> bool', containsCidr, { since, cost: comparing(1, false) }),
  ],
};
