import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { DIGEST, LOCK, lockFile, OTHER } from './locks';
import { Environment, ImageLock } from '../../src';

const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/images.lock.schema.json'), 'utf8'));
const valid = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** Values of a field, right and wrong; most often right, so that whole locks are. */
const often = <T>(right: T[], wrong: unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom<unknown>(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const FIELDS = {
  repository: often(['registry.example.com/shop/cart', 'localhost:5000/a', 'redis', 'a/b__c'], ['a:1', `a@${DIGEST}`, 'A/B', '', 1, null, 'a//b', 'Reg.io/a/B']),
  tag: often(['1.4.2', 'v1', 'A_b', 'x'.repeat(63)], ['latest', '', '-1', '1-', 1.4, null, 'x'.repeat(64), 'ä', 'a+b']),
  digest: often([DIGEST, OTHER], [DIGEST.slice(1), `${DIGEST}0`, DIGEST.toUpperCase(), 'md5:00', 7, null]),
  signer: often<object>([{ key: 'k' }, { issuer: 'i', subject: 's' }], [{}, { key: 'k', issuer: 'i' }, { issuer: 'i' }, { issuer: 'i', subject: '*' }, { key: '' }, { key: 1 }, [], 'me', null]),
  attestations: often<string[]>([[], ['https://spdx.dev/Document']], [[''], [1], 'a', null, {}]),
};
const without = <T extends object>(...fields: (keyof T)[]) => ({ requiredKeys: fields });
const environment = fc.oneof({ weight: 8, arbitrary: fc.record({ ...FIELDS, passed: often<string[]>([[], ['dev', 'test']], ['dev', [''], null]) }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 1, [], { colour: 'red' }) });
const environments = fc.oneof({ weight: 6, arbitrary: fc.dictionary(often(['dev', 'prod', 'canary.1'], ['a b', '-']) as fc.Arbitrary<string>, environment, { minKeys: 1, maxKeys: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom({}, [], null, 'prod') });
const image = fc.oneof({ weight: 3, arbitrary: fc.record({ ...FIELDS, environments }, { requiredKeys: ['repository', 'tag', 'digest'] }) },
  { weight: 3, arbitrary: fc.record({ ...FIELDS, environments }, without<typeof FIELDS & { environments: unknown }>('repository', 'environments')) },
  { weight: 1, arbitrary: fc.record({ ...FIELDS, environments, colour: fc.constant('red') }, { requiredKeys: [] }) });
const lock = fc.record({
  schemaVersion: often([1], [2, '1', null]),
  images: fc.dictionary(often(['cart', 'web-2', 'a'], ['Cart', '-', 'x'.repeat(64)]) as fc.Arbitrary<string>, image, { maxKeys: 2 }),
});

function read(value: unknown): string | undefined {
  try {
    ImageLock.fromFile(lockFile(dump(value)), Environment.PROD);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test('the schema and the reader accept and refuse the same locks', () => {
  const counts = { accepted: 0, refused: 0 };
  fc.assert(fc.property(lock, value => {
    const problem = read(value);
    expect({ value, accepted: valid(value), problem }).toMatchObject({ accepted: problem === undefined });
    counts[problem === undefined ? 'accepted' : 'refused']++;
  }), { numRuns: 3_000 });
  console.log(`locks that both judge alike: ${counts.accepted} accepted, ${counts.refused} refused`);
  expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(300);
});

test('the schema accepts the lock of the tests, and every field of it says what it is', () => {
  expect([valid(load(LOCK)), valid.errors]).toEqual([true, null]);
  const described = [...Object.values(schema.properties), ...['image', 'environment'].flatMap(name => Object.values(schema.$defs[name].properties))] as any[];
  for (const property of described) {
    const { description } = property.$ref === undefined ? property : schema.$defs[property.$ref.split('/').pop()];
    expect(description).toMatch(/\.$/);
  }
});
