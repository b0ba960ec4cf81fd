import * as fc from 'fast-check';
import { PortSet, PROTOCOLS, Protocol } from '../../src/connectivity/port-set';

const port = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(65534, 65535));
const range = fc.tuple(fc.constantFrom(...PROTOCOLS), port, port)
  .map(([protocol, one, other]) => PortSet.of(protocol, Math.min(one, other), Math.max(one, other)));
const set = fc.array(range, { maxLength: 5 }).map(ranges => ranges.reduce((all, each) => all.or(each), PortSet.NONE));
const ports = [...Array.from({ length: 14 }, (_, index) => index + 1), 65533, 65534, 65535];
const has = (all: PortSet, protocol: Protocol, number: number) => !all.and(PortSet.of(protocol, number)).isEmpty;
const everywhere = (holds: (protocol: Protocol, number: number) => boolean) =>
  PROTOCOLS.every(protocol => ports.every(number => holds(protocol, number)));

test('sets are combined port by port', () => {
  fc.assert(fc.property(set, set, (one, other) => everywhere((protocol, number) => {
    const [first, second] = [has(one, protocol, number), has(other, protocol, number)];
    return has(one.and(other), protocol, number) === (first && second) && has(one.or(other), protocol, number) === (first || second)
      && has(one.without(other), protocol, number) === (first && !second);
  })));
});

test('equal sets are one object', () => {
  fc.assert(fc.property(set, set, (one, other) => one.or(other) === other.or(one) && one.and(other) === other.and(one)
    && one.without(other).or(one.and(other)) === one && PortSet.ALL.without(PortSet.ALL.without(one)) === one));
});

test('they are written as a person reads them', () => {
  const both = PortSet.of('UDP', 53).or(PortSet.of('TCP', 80)).or(PortSet.of('TCP', 443, 445)).or(PortSet.of('TCP', 444, 446));
  expect(String(both)).toBe('TCP 80,443-446,UDP 53');
  expect([PortSet.ALL, PortSet.NONE, PortSet.of('TCP'), PortSet.of('TCP', 9, 8)].map(String)).toEqual(['All Connections', 'No Connections', 'TCP 1-65535', 'No Connections']);
});
