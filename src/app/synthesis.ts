import type { IConstruct } from 'constructs';
import { inOnePass } from '../hardening/pass';

const ONE_PASS = Symbol.for('cdk8s-bulwark.one-pass');

type Method = ((...args: unknown[]) => unknown) & { [ONE_PASS]?: true };

/** Makes the rendering of a chart alone one pass, as the synthesis of an app is, unless its author replaced `toJson`: that may change constructs. */
export function renderInOnePass(chart: IConstruct): void {
  const holder = chart as unknown as { toJson: Method };
  const original = holder.toJson;
  if (original[ONE_PASS] !== true && original === firstOf(chart, 'toJson')) {
    holder.toJson = Object.assign((...args: unknown[]) => inOnePass(() => original.apply(chart, args)), { [ONE_PASS]: true as const });
  }
}

/** The method of the class that has it first. */
function firstOf(construct: object, name: string): unknown {
  let found: unknown;
  for (let prototype = Object.getPrototypeOf(construct); prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    found = Object.getOwnPropertyDescriptor(prototype, name)?.value ?? found;
  }
  return found;
}
