import fc from 'fast-check';
import { nearestName } from '../../src/supply-chain/nearest-name';

const KNOWN = ['cartservice', 'checkoutservice', 'redis', 'adservice'];

test.each([['cartservise', 'cartservice'], ['Redis', 'redis'], ['rdeis', 'redis'], ['rdsie', undefined], ['adservices', 'adservice'], ['mysql', undefined], ['', undefined]])(
  '%s means %s', (name, meant) => expect(nearestName(name, KNOWN)).toBe(meant));

test('a name that is known is its own nearest, and one letter too many is found', () => {
  fc.assert(fc.property(fc.constantFrom(...KNOWN), fc.nat(), fc.constantFrom(...'xyz'), (name, at, letter) => {
    const index = at % (name.length + 1);
    expect(nearestName(name, KNOWN)).toBe(name);
    expect(nearestName(name.slice(0, index) + letter + name.slice(index), KNOWN)).toBe(name);
  }));
});
