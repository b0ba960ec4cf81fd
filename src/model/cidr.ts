import { isIP } from 'node:net';

const BITS = { 4: 32, 6: 128 } as const;

/**
 * Refuses what is not a block of addresses as the API server and every network plugin read it: an address, a slash and the length of the prefix,
 * with nothing set after the prefix (`10.0.0.0/8`, `fd00:ec2::254/128`).
 *
 * @param what what the block is, for the error
 * @throws if it is anything else
 */
export function checkedCidr(what: string, cidr: string): string {
  const problem = problemOf(cidr);
  if (problem !== undefined) {
    throw new Error(`${what} "${cidr}" ${problem}`);
  }
  return cidr;
}

/** The family of a block that is known to be valid. A NetworkPolicy cannot except a block of one family from a block of the other. */
export function familyOf(cidr: string): 4 | 6 {
  return cidr.includes(':') ? 6 : 4;
}

function problemOf(cidr: string): string | undefined {
  const [, address, length] = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(cidr) ?? [];
  const family = isIP(address ?? '') as 0 | 4 | 6;
  if (family === 0 || Number(length) > BITS[family]) {
    return 'is not a CIDR: give an address and the length of its prefix, such as 10.0.0.0/8 or fd00:ec2::254/128';
  }
  const host = BITS[family] - Number(length);
  const set = (family === 4 ? ipv4Value(address) : ipv6Value(address)) & ((1n << BigInt(host)) - 1n);
  return set === 0n ? undefined : `has bits set after its prefix of ${length}: give the first address of the block`;
}

function ipv4Value(address: string): bigint {
  return address.split('.').reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function ipv6Value(address: string): bigint {
  const [head, tail] = address.split('::').map(groupsOf);
  const gap = tail === undefined ? [] : Array<bigint>(8 - head.length - tail.length).fill(0n);
  return [...head, ...gap, ...(tail ?? [])].reduce((value, group) => (value << 16n) | group, 0n);
}

/** The 16-bit groups of a stretch of an IPv6 address, whose last two may be written as an IPv4 address. */
function groupsOf(stretch: string): bigint[] {
  return stretch.split(':').filter(group => group !== '').flatMap(group => {
    if (!group.includes('.')) {
      return [BigInt(`0x${group}`)];
    }
    const value = ipv4Value(group);
    return [value >> 16n, value & 0xffffn];
  });
}
