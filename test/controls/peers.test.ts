import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../src/verify/files';
import { Verification } from '../../src/verify/verifier';
import { notRun } from '../not-run';
import { exceptions } from './fixtures';

const CASES = join(__dirname, '../../../shared/cases');

interface Peer { readonly policies: Record<string, string[]>; readonly differences: Record<string, string> }
interface Row { readonly file: string; readonly doc: number | [number, number] | null; readonly policy: string; readonly verdict: string }

/** Whether we say what the row says; a row of a document is about that alone, one of a file about all of it. */
function agrees(peer: string, controls: string[], { file, doc, verdict }: Row): boolean {
  const { findings } = new Verification({ controls, complete: true }).verifySources(readSources([join(CASES, peer, file)], true), [], []);
  const document = Array.isArray(doc) ? doc[0] : doc;
  const found = findings.some(finding => document === null || finding.document === document);
  return (found ? 'fail' : 'pass') === verdict;
}

test.each(Object.entries(exceptions<Peer>('peers.yaml')))('we agree with the cases of %s, but where we know why not', (peer, { policies, differences }) => {
  const expected = join(CASES, peer, 'expected.jsonl');
  if (!existsSync(expected)) {
    return notRun(`the cases of ${peer}`, `${expected} is not there`);
  }
  const rows = readFileSync(expected, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Row).filter(({ policy }) => policy in policies);
  const fits = (key: string, file: string) => new RegExp(`^${key.replace(/[.]/g, '[.]').replace(/[*]/g, '.*')}$`).test(file);
  const wrong = rows.filter(row => !agrees(peer, policies[row.policy], row)).map(({ file }) => file);
  process.stdout.write(`${peer}: ${rows.length - wrong.length} of ${rows.length} verdicts are ours too\n`);
  expect(wrong.filter(file => !Object.keys(differences).some(key => fits(key, file)))).toEqual([]);
  expect(Object.keys(differences).filter(key => !wrong.some(file => fits(key, file)))).toEqual([]);
  return undefined;
});
