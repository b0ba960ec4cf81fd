import { join } from 'node:path';
import { exceptions, FIXTURES } from './fixtures';
import { Catalogue, Control, Subject } from '../../src';
import { readSources } from '../../src/verify/files';
import { Finding } from '../../src/verify/report/report';
import { Verification } from '../../src/verify/verifier';

/** Where a bad manifest must show that a control looks. */
const PLACES: { readonly [place: string]: (finding: Finding) => boolean } = {
  CronJob: ({ object }) => object.kind === 'CronJob',
  containers: ({ path }) => /(^|\.)containers\[/.test(path),
  initContainers: ({ path }) => path.includes('initContainers['),
  ephemeralContainers: ({ path }) => path.includes('ephemeralContainers['),
};
const BY_SUBJECT: { readonly [subject in Subject]: readonly string[] } = {
  [Subject.OBJECT]: [],
  [Subject.POD]: ['CronJob'],
  [Subject.CONTAINER]: ['CronJob', 'containers', 'initContainers', 'ephemeralContainers'],
};

/** Places where a control has nothing to look for, each with the reason. */
const notEverywhere = exceptions<Record<string, string>>('not-everywhere.yaml');
const controls = Catalogue.all().filter((control): control is Control => control instanceof Control && BY_SUBJECT[control.subject].length > 0)
  .filter(({ kinds }) => kinds.length === 0);

test.each(controls)('the bad manifests of $id are in each place where it looks', ({ id, subject }) => {
  const { folder, files, options: { target, parameters } } = FIXTURES.find(fixtures => fixtures.id === id)!;
  const verification = new Verification({ controls: [id], target, parameters: parameters && { [id]: parameters } });
  const bad = files.filter(file => file.startsWith('bad')).map(file => join(folder, file));
  const { findings } = verification.verifySources(readSources(bad, true), [], []);
  const missing = BY_SUBJECT[subject].filter(place => !findings.some(PLACES[place]));
  expect(missing).toEqual(Object.keys(notEverywhere[id] ?? {}));
});

test('an exception is for a control that is there', () => {
  expect(Object.keys(notEverywhere).filter(id => !controls.some(control => control.id === id))).toEqual([]);
});
