import * as fc from 'fast-check';
import { checkedCidr, familyOf } from '../../src/model/cidr';

const block = fc.constantFrom(32, 128).chain(bits => fc.record({
  bits: fc.constant(bits),
  length: fc.integer({ min: 0, max: bits }),
  // Many zeros at the end, so that both outcomes are frequent.
  address: fc.tuple(fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n }), fc.integer({ min: 0, max: bits }))
    .map(([value, zeros]) => value - value % 2n ** BigInt(zeros)),
}));

test('an address alone is a block of one', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4().map(address => `${address}/32`), fc.ipV6().map(address => `${address}/128`)), cidr => {
    expect(checkedCidr('Block', cidr)).toBe(cidr);
  }));
});

test('accepts exactly the blocks that start at their first address', () => {
  fc.assert(fc.property(block, fc.boolean(), ({ bits, length, address }, short) => {
    const text = `${bits === 32 ? ipv4(address) : ipv6(address, short)}/${length}`;
    const isFirst = address % 2n ** BigInt(bits - length) === 0n;
    expect({ text, accepted: accepts(text) }).toEqual({ text, accepted: isFirst });
  }), { numRuns: 2000 });
});

test.each([
  '', '10.0.0.0', '/8', '10.0.0.0/', '10.0.0.0/33', '::/129', '10.0.0.0/08', '10.0.0.0/-1', '10.0.0/8', '010.0.0.0/8', '10.0.0.0/8/8', 'fe80::%eth0/64',
  ' 10.0.0.0/8', 'localhost/8', '10.0.0.0/8\n',
])('%p is not a CIDR', cidr => {
  expect(() => checkedCidr('Platform nodeCidrs[0]', cidr)).toThrow(`Platform nodeCidrs[0] "${cidr}" is not a CIDR: give an address and the length`);
});

test.each(['10.0.0.1/8', '169.254.169.254/30', 'fd00:ec2::254/64', '::1/0', '::ffff:10.0.0.1/120'])('%p has bits set after its prefix', cidr => {
  expect(() => checkedCidr('Block', cidr)).toThrow(`Block "${cidr}" has bits set after its prefix of ${cidr.split('/')[1]}`);
});

test('tells the families apart', () => {
  expect([familyOf('10.0.0.0/8'), familyOf('::/0'), familyOf('::ffff:10.0.0.0/104')]).toEqual([4, 6, 6]);
});

function digits(value: bigint, base: bigint, count: number): bigint[] {
  return Array.from({ length: count }, (_, index) => value / base ** BigInt(count - 1 - index) % base);
}

function ipv4(value: bigint): string {
  return digits(value, 256n, 4).join('.');
}

function ipv6(value: bigint, short: boolean): string {
  const full = digits(value, 65536n, 8).map(group => group.toString(16)).join(':');
  return short ? new URL(`http://[${full}]/`).hostname.slice(1, -1) : full;
}

function accepts(cidr: string): boolean {
  try {
    return checkedCidr('Block', cidr) === cidr;
  } catch {
    return false;
  }
}
