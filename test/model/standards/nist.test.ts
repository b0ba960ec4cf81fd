import { Nist } from '../../../src/model/standards/nist';

test.each(['4.1.5', '4.2.3', '4.3.5', '4.4.5', '4.5.5'])('the last countermeasure %s of a section is known, the next is not', id => {
  expect(`${Nist.sp800190(id)}`).toBe(`NIST SP 800-190 ${id}`);
  const next = id.replace(/\d$/, last => String(Number(last) + 1));
  expect(() => Nist.sp800190(next)).toThrow(`NIST SP 800-190 has no "${next}"`);
});
