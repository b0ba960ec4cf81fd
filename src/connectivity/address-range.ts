import { isIPv4 } from 'node:net';

/** IPv4 addresses from one to another, both of them in it, as numbers. */
export type AddressRange = readonly [first: number, last: number];

const BITS = 32;
const LAST = 2 ** BITS - 1;

/** Every address. */
export const EVERYWHERE: AddressRange = [0, LAST];

/** The addresses of a block such as `10.0.0.0/8`, whatever is set after its prefix; nothing of IPv6, or where it is no block. */
export function addressesOf(cidr: unknown): AddressRange | undefined {
  const [, text, length] = /^([\d.]+)\/(\d{1,2})$/.exec(String(cidr)) ?? [];
  if (!isIPv4(text ?? '') || Number(length) > BITS) {
    return undefined;
  }
  const address = text.split('.').map(Number).reduce((sum, byte) => sum * 256 + byte, 0);
  const size = 2 ** (BITS - Number(length));
  const first = Math.floor(address / size) * size;
  return [first, first + size - 1];
}

/** Cuts all addresses where blocks start and end, so that each part is wholly in a block or wholly outside. */
export function partsBetween(blocks: readonly AddressRange[]): AddressRange[] {
  const cuts = new Set([0, ...blocks.flatMap(([first, last]) => [first, last + 1])]);
  const starts = [...cuts].filter(start => start <= LAST).sort((one, other) => one - other);
  return starts.map((start, index): AddressRange => [start, (starts[index + 1] ?? LAST + 1) - 1]);
}

export const isWithin = ([first, last]: AddressRange, [from, to]: AddressRange) => from <= first && last <= to;

/** As in `10.0.0.0-10.255.255.255`. */
export function writtenRange([first, last]: AddressRange): string {
  return `${writtenAddress(first)}-${writtenAddress(last)}`;
}

function writtenAddress(address: number): string {
  return [24, 16, 8, 0].map(shift => Math.floor(address / 2 ** shift) % 256).join('.');
}
