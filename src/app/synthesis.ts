import type { IConstruct } from 'constructs';
import { inOnePass } from '../hardening/pass';

const ONE_PASS = Symbol.for('cdk8s-bulwark.one-pass');

type Method = ((...args: unknown[]) => unknown) & { [ONE_PASS]?: true };

/**
 * Makes the synthesis of an app one pass: cdk8s validates the whole app again for each chart, and every validation renders every object, of which
 * nothing has changed.
 */
export function synthesizeInOnePass(app: IConstruct): void {
  for (const method of ['synth', 'synthYaml']) {
    wrap(app, method, () => !app.node.findAll().some(rendersItsOwnWay));
  }
}

/** The same for a chart that is rendered alone. */
export function renderInOnePass(chart: IConstruct): void {
  wrap(chart, 'toJson', () => true);
}

function wrap(construct: IConstruct, name: string, may: () => boolean): void {
  const holder = construct as unknown as Record<string, Method | undefined>;
  const original = holder[name]?.bind(construct);
  if (original === undefined || holder[name]![ONE_PASS] === true || replaces(construct, name)) {
    return;
  }
  const wrapped: Method = (...args) => may() ? inOnePass(() => original(...args)) : original(...args);
  wrapped[ONE_PASS] = true;
  holder[name] = wrapped;
}

/** A chart whose author replaced `toJson` may change constructs while the app is synthesized. */
function rendersItsOwnWay(construct: IConstruct): boolean {
  return 'generateObjectName' in construct && replaces(construct, 'toJson');
}

/** Whether a method is another than that of the class that has it first. */
function replaces(construct: IConstruct, name: string): boolean {
  const method = (construct as unknown as Record<string, Method | undefined>)[name];
  return method !== undefined && method[ONE_PASS] !== true && method !== original(construct, name);
}

function original(construct: object, name: string): unknown {
  let found: unknown;
  for (let prototype = Object.getPrototypeOf(construct); prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    found = Object.getOwnPropertyDescriptor(prototype, name)?.value ?? found;
  }
  return found;
}
