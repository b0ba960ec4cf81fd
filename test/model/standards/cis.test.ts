import * as fc from 'fast-check';
import { Cis } from '../../../src/model/standards/cis';

test('section 5 has 34 recommendations', () => {
  const known = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(part => Array.from({ length: 20 }, (_, index) => `5.${part}.${index}`)).filter(isKnown);
  expect(known).toHaveLength(34);
  expect(`${Cis.k8s('5.1.13')}`).toBe('CIS Kubernetes 1.12 5.1.13');
});

test.each(['1.2.1', '1.2.30', '1.3.7', '1.4.2', '2.7', '4.2.14'])('%p, which a command line shows, is known', id => expect(isKnown(id)).toBe(true));

test.each(['1.2.31', '2.8', '5.1.14', '5.2.0', '5.2.13', '5.6.5', '5.7.1', '5.2', '5.2.01', '4.1.1', '', 'toString'])('%p is refused', id => {
  expect(() => Cis.k8s(id)).toThrow(`CIS Kubernetes 1.12 has no "${id}": give one of `);
});

test('whatever it accepts, it cites as it was given', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom('5.1', '5.2'), (number, part) => {
    expect(Cis.k8s(`${part}.${number}`).id).toBe(`${part}.${number}`);
  }));
});

function isKnown(id: string): boolean {
  try {
    return Cis.k8s(id).id === id;
  } catch {
    return false;
  }
}
