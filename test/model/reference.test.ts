import { Reference } from '../../src/model/reference';

test('is written as people write it', () => {
  expect(`${new Reference('House rules', '7')}`).toBe('House rules 7');
});

test('may have an address', () => {
  expect(new Reference('House rules', '7').url).toBeUndefined();
  expect(new Reference('House rules', '7', 'https://example.com/7').url).toBe('https://example.com/7');
});
