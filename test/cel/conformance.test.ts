import { EXCEPTIONS, SECTIONS } from './exceptions';
import { flat, SPECIFICATION, valueOf } from './specification';
import { same } from '../../src/cel/equality';
import { compile } from '../../src/cel/program';
import { Double } from '../../src/cel/values';

interface Case { readonly path: string; readonly original: any }

const everything: Case[] = SPECIFICATION.suites.flatMap((section: any) => (section.suites ?? [section]).flatMap((part: any) =>
  flat(part).map(({ original }) => ({ path: `${section.name}/${part.name}/${original.name}`, original }))));
const asked = everything.filter(({ path }) => SECTIONS[path.split('/')[0]] === undefined);

const isNamed = (name: string, path: string) => name.endsWith('/*') ? path.startsWith(name.slice(0, -1)) : name === path;
const names = EXCEPTIONS.flatMap(({ tests = [] }) => tests);
const isException = ({ path, original }: Case) => names.some(name => isNamed(name, path))
  || EXCEPTIONS.some(({ expressions }) => expressions?.test(original.expr));

function agrees(result: unknown, expected: unknown): boolean {
  return expected instanceof Double && Number.isNaN(expected.value) ? result instanceof Double && Number.isNaN(result.value) : same(result, expected);
}

/** What is wrong, if anything is. */
function wrong({ original }: Case): string | undefined {
  try {
    const bindings = Object.fromEntries(Object.entries<any>(original.bindings ?? {}).map(([name, { value }]) => [name, valueOf(value)]));
    const expected = original.evalError !== undefined ? undefined : original.value === undefined ? true : valueOf(original.value);
    const result = compile(original.expr, { variables: Object.keys(bindings) }).evaluate(bindings);
    return original.evalError === undefined && agrees(result, expected) ? undefined : 'another result';
  } catch (error) {
    return original.evalError === undefined ? (error as Error).message : undefined;
  }
}

test('all that the specification asks holds, but for named exceptions', () => {
  expect(asked.filter(each => !isException(each)).flatMap(each => wrong(each) === undefined ? [] : [`${each.path}: ${each.original.expr}: ${wrong(each)}`])).toEqual([]);
});

test('no exception is needless', () => {
  const failing = asked.filter(each => wrong(each) !== undefined);
  expect(names.filter(name => !failing.some(({ path }) => isNamed(name, path)))).toEqual([]);
});

test('the figures', () => {
  const exceptions = asked.filter(isException);
  const holding = asked.filter(each => wrong(each) === undefined);
  console.log(`CEL specification: ${holding.length} of ${asked.length} hold, ${exceptions.length} are named exceptions; `
    + `${everything.length - asked.length} are in sections that cannot be asked`);
  expect(asked.length).toBeGreaterThan(1400);
});
