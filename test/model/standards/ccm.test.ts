import { Ccm } from '../../../src/model/standards/ccm';

const DOMAINS = ['A&A', 'AIS', 'BCR', 'CCC', 'CEK', 'DCS', 'DSP', 'GRC', 'HRS', 'IAM', 'IPY', 'IVS', 'LOG', 'SEF', 'STA', 'TVM', 'UEM'];

test('the matrix has 197 controls in 17 domains', () => {
  const numbers = Array.from({ length: 30 }, (_, number) => String(number).padStart(2, '0'));
  const known = DOMAINS.flatMap(domain => numbers.map(number => `${domain}-${number}`)).filter(id => {
    try {
      return Ccm.v4(id).id === id;
    } catch {
      return false;
    }
  });
  expect(known).toHaveLength(197);
  expect(new Set(known.map(id => id.slice(0, 3)))).toEqual(new Set(DOMAINS));
});

test.each(['IVS-10', 'IVS-3', 'ivs-03', 'XYZ-01', 'IVS'])('%p is refused', id => {
  expect(() => Ccm.v4(id)).toThrow(`CCM v4 has no "${id}": give one of A&A-01 to A&A-06, `);
});
