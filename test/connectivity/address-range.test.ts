import { BlockList } from 'node:net';
import * as fc from 'fast-check';
import { addressesOf, EVERYWHERE, isWithin, partsBetween, writtenRange } from '../../src/connectivity/address-range';

const address = fc.ipV4();
const block = fc.tuple(address, fc.integer({ min: 0, max: 32 }));

test('a block holds the addresses that Node says', () => {
  fc.assert(fc.property(block, address, ([start, bits], other) => {
    const list = new BlockList();
    list.addSubnet(start, bits);
    return isWithin(addressesOf(`${other}/32`)!, addressesOf(`${start}/${bits}`)!) === list.check(other);
  }));
});

test('parts cover everything once, and each is in a block or outside', () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 6 }), blocks => {
    const ranges = blocks.map(([start, bits]) => addressesOf(`${start}/${bits}`)!);
    const parts = partsBetween(ranges);
    expect(parts[0][0]).toBe(EVERYWHERE[0]);
    expect(parts[parts.length - 1][1]).toBe(EVERYWHERE[1]);
    expect(parts.slice(1).every(([first], index) => first === parts[index][1] + 1)).toBe(true);
    expect(parts.every(part => ranges.every(range => isWithin(part, range) || part[1] < range[0] || range[1] < part[0]))).toBe(true);
  }));
});

test('they are written in full, and what is no block of IPv4 is none', () => {
  expect(writtenRange(addressesOf('10.1.2.3/8')!)).toBe('10.0.0.0-10.255.255.255');
  expect(['fd00::/8', '10.0.0', undefined, '10.0.0.0/33', '300.0.0.0/8'].map(addressesOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
