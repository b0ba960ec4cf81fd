import { Owasp } from '../../../src/model/standards/owasp';

test('there are ten, each under its own name', () => {
  const entries = Object.entries(Owasp);
  expect(entries).toHaveLength(10);
  for (const [name, reference] of entries) {
    expect(`${reference}`).toBe(`OWASP K8s 2025 ${name}`);
  }
});
