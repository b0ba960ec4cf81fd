import * as fc from 'fast-check';
import { Severity, SeverityOrder } from '../../src/model/severity';

const ORDER = [Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL];
const severity = fc.nat({ max: ORDER.length - 1 });

test('every severity is in the order', () => {
  expect([...Object.values(Severity)].sort(SeverityOrder.compare)).toEqual(ORDER);
});

test('comparing and sorting agree with the order', () => {
  fc.assert(fc.property(severity, severity, (a, b) => {
    expect(Math.sign(SeverityOrder.compare(ORDER[a], ORDER[b]))).toBe(Math.sign(a - b));
    expect(SeverityOrder.atLeast(ORDER[a], ORDER[b])).toBe(a >= b);
  }));
});
