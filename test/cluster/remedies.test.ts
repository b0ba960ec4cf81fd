import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ApiObject, App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Client, Manifest } from './client';
import { isDefined } from './crds';
import { inParallel } from './in-parallel';
import { addAccountOf, privileged } from './namespace';
import { podOf } from './pod';
import { proof } from './proof';
import { filesOf } from '../../src/verify/files';
import { FIXTURES } from '../controls/fixtures';
import { notRun } from '../not-run';
import { hardenedIn } from '../realworld/hardened';

const CASES = join(__dirname, '../../../shared/cases/realworld');
const client = Client.connect();

const fixtures = FIXTURES.flatMap(({ folder, files }) => files.filter(file => file.startsWith('bad')).map(file => join(folder, file)));
const realWorld = existsSync(CASES) ? readdirSync(CASES).flatMap(set => filesOf(join(CASES, set)).map(({ file }) => file)) : [];

const placed = (object: Manifest): Manifest => ({ ...object, metadata: { ...object.metadata, namespace: object.metadata?.namespace ?? 'default' } });

/** As cdk8s's Include reads a file, without the process that it starts for each, which takes nearly all of the time; test/realworld.test.ts is about it. */
function objectsIn(file: string): Manifest[] {
  const objects = parseAllDocuments(readFileSync(file, 'utf8'), { version: '1.1' }).map(document => document.toJSON());
  return objects.filter(object => typeof object?.apiVersion === 'string' && typeof object.kind === 'string');
}

function appOf(files: readonly string[]): App {
  const app = new App();
  files.flatMap(objectsIn).forEach((object, index) => new ApiObject(new Chart(app, `${object.kind}-${object.metadata?.name}-${index}`), 'object', object));
  return app;
}

/** What the API server says of an object, and of the pod that is made of it: nothing where it accepts both. */
async function refusal(object: Manifest): Promise<string | undefined> {
  try {
    await client.apply(object, { dryRun: true });
    const pod = podOf(object);
    if (pod !== undefined && object.kind !== 'Pod') {
      await client.create(pod, { dryRun: true });
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test('remedies never make an object that the API server refuses, and applied twice they change nothing', async () => {
  if (realWorld.length === 0) {
    notRun('the remedies of the manifests of real applications', `${CASES} is not there`);
  }
  const rows = hardenedIn(appOf([...fixtures, ...realWorld])).objects
    .filter(({ written }) => isDefined(written) && written.metadata?.name !== undefined)
    .map(row => ({ ...row, written: placed(row.written), once: placed(row.once), twice: placed(row.twice) }));
  const changed = rows.filter(({ written, once }) => !isDeepStrictEqual(written, once));
  await inParallel([...new Set(changed.map(({ written }) => written.metadata.namespace!))], name => client.apply(privileged(name)));
  await inParallel(changed.flatMap(({ once }) => podOf(once) ?? []), pod => addAccountOf(client, pod).catch(() => undefined));

  const answers = await inParallel(changed, async row => ({ ...row, before: await refusal(row.written), after: await refusal(row.once) }));
  expect(answers.filter(({ before, after }) => before === undefined && after !== undefined).map(({ path, after }) => `${path}: ${after}`)).toEqual([]);
  expect(rows.filter(({ once, twice }) => !isDeepStrictEqual(once, twice)).map(({ path }) => path)).toEqual([]);
  const accepted = answers.filter(({ after }) => after === undefined).length;
  proof('remedies', {
    'objects are given remedies': changed.length,
    'of them are accepted': accepted,
    'are refused as their authors wrote them already': answers.filter(({ before, after }) => before !== undefined && after !== undefined).length,
  });
  expect(accepted).toBeGreaterThan(200);
}, 600_000);
