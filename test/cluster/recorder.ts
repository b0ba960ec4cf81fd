import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import * as fc from 'fast-check';

/**
 * Set up beside construct tests (see recorded.ts). When the tests of a file are through, it writes down every object that our constructs made in an app that can be
 * synthesized. What a test made by hand is left out: it is the test's own.
 */
const ROOT = join(__dirname, '../..');
const OURS = [join(ROOT, 'src') + sep, join(ROOT, 'examples') + sep];

/** Every object (and what asks for its chart besides), and whether our sources made it. */
const asked = new Map<IConstruct, boolean>();

// An object asks for its chart when it is made, before it can be known as one.
const chartOf = Chart.of.bind(Chart);
Chart.of = construct => {
  if (!asked.has(construct)) {
    asked.set(construct, madeByUs());
  }
  return chartOf(construct);
};

// The same objects are recorded in every run. Where nothing is recorded, properties are tried on others each time.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261124 });

afterAll(() => {
  const objects = [...asked].filter((row): row is [ApiObject, boolean] => ApiObject.isApiObject(row[0]));
  const roots = new Set(objects.map(([object]) => object).map(({ node }) => node.root));
  const sound = new Set([...roots].filter(canBeSynthesized));
  const made = objects.filter(([object, ours]) => ours && sound.has(object.node.root)).map(([object]) => JSON.stringify(object.toJson()));
  const file = relative(ROOT, expect.getState().testPath!);
  const name = createHash('sha256').update(file).digest('hex');
  writeFileSync(join(process.env.BULWARK_RECORDED!, `${name}.json`), JSON.stringify({ file, objects: [...new Set(made)] }));
});

/** The first caller that is no library decides. */
function madeByUs(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 100;
  Error.prepareStackTrace = (_error, calls) => calls.map(call => call.getFileName() ?? '');
  const files = new Error().stack as unknown as string[];
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  const caller = files.find(file => file.startsWith(ROOT) && file !== __filename && !file.includes(`${sep}node_modules${sep}`));
  return OURS.some(folder => caller?.startsWith(folder));
}

function canBeSynthesized(root: IConstruct): boolean {
  try {
    const all = root.node.findAll();
    all.filter(ApiObject.isApiObject).forEach(object => (object as ApiObject).toJson());
    return all.every(({ node }) => node.validate().length === 0);
  } catch {
    return false;
  }
}
