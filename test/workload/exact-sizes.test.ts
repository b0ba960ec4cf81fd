import { Size } from 'cdk8s';
import { Container, Cpu } from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { millisOf } from '../../src/workload/checks/quantity';
import { exactSizes, quantityOf } from '../../src/workload/exact-sizes';

const UNITS = { kibibytes: 1, mebibytes: 1024, gibibytes: 1024 ** 2, tebibytes: 1024 ** 3 };
const size = fc.tuple(fc.constantFrom(...Object.keys(UNITS) as (keyof typeof UNITS)[]), fc.integer({ min: 1, max: 5000 }));
const KIBIBYTES: { readonly [suffix: string]: number } = { Ki: 1, Mi: 1024 };

test('a size is written with every byte that it has', () => {
  fc.assert(fc.property(size, ([unit, amount]) => {
    const [, number, suffix] = /^(\d+)(Ki|Mi)$/.exec(quantityOf(Size[unit](amount)))!;
    expect(Number(number) * KIBIBYTES[suffix]).toBe(amount * UNITS[unit]);
  }));
});

test('a container can be rendered with every size, and shows its author the size that was given', () => {
  fc.assert(fc.property(size, ([unit, amount]) => {
    const limit = Size[unit](amount);
    const container = exactSizes(new Container({ image: 'web', resources: { memory: { limit }, ephemeralStorage: { limit } } }));
    expect(() => (container as any)._toKube()).not.toThrow();
    expect(container.resources!.memory!.limit).toBeInstanceOf(Size);
    expect(container.resources!.memory!.limit!.toKibibytes()).toBe(limit.toKibibytes());
  }));
});

test('CPU is counted in thousandths', () => {
  fc.assert(fc.property(fc.nat(100_000), millis => {
    expect(millisOf(Cpu.millis(millis).amount)).toBe(millis);
    expect(millisOf(Cpu.units(millis / 1000).amount)).toBeCloseTo(millis, 6);
  }));
  expect(['-1m', 'x', '', '1k'].map(millisOf)).toEqual([NaN, NaN, NaN, NaN]);
});
