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
  const bits = family === 4 ? ipv4Bits(address) : ipv6Bits(address);
  return bits.includes('1', Number(length)) ? `has bits set after its prefix of ${length}: give the first address of the block` : undefined;
}

function ipv4Bits(address: string): string {
  return address.split('.').map(byte => Number(byte).toString(2).padStart(8, '0')).join('');
}

/** The last two groups of an IPv6 address may be written as an IPv4 address, and one run of zeros as `::`. */
function ipv6Bits(address: string): string {
  const [head, tail = ''] = address.split('::').map(stretch => stretch.split(':').map(groupBits).join(''));
  return head.padEnd(BITS[6] - tail.length, '0') + tail;
}

function groupBits(group: string): string {
  if (group === '') {
    return '';
  }
  return group.includes('.') ? ipv4Bits(group) : parseInt(group, 16).toString(2).padStart(16, '0');
}
