import { Nsa } from '../../../src/model/standards/nsa';

test('no two sections have the same name', () => {
  const names = Object.values(Nsa).map(String);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('NSA/CISA 1.2 Pod security');
});
