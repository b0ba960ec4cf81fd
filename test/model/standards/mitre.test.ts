import { Mitre } from '../../../src/model/standards/mitre';

test('techniques and sub-techniques lead to their pages', () => {
  expect(Mitre.attack('T1610').url).toBe('https://attack.mitre.org/techniques/T1610/');
  expect(Mitre.attack('T1552.007').url).toBe('https://attack.mitre.org/techniques/T1552/007/');
});

test.each(['1610', 'T161', 'T1552.7', 'TA0004', 'T1610 '])('%p is refused', id => {
  expect(() => Mitre.attack(id)).toThrow(`MITRE ATT&CK has no "${id}"`);
});
