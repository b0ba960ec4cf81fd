import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Severity } from '../../../src/model/severity';
import { Source } from '../../../src/verify/input';
import { Report } from '../../../src/verify/report/report';
import { Verification } from '../../../src/verify/verifier';

const FOLDER = join(__dirname, 'features');

/** Policies that use one thing each, and objects that say in an annotation what becomes of them: `admitted`, `warned: ...` or `denied: ...`. */
export const FEATURES = readdirSync(FOLDER).sort();

export const policyFile = (feature: string) => join(FOLDER, feature, 'policy.yaml');

export const documents = (file: string): any[] => parseAllDocuments(readFileSync(file, 'utf8')).map(document => document.toJS());

export const objectsOf = (feature: string) => documents(join(FOLDER, feature, 'objects.yaml'));

/** What the tests' cluster knows of who asks. */
const ADMIN = { user: 'admin', groups: ['system:masters'] };

/** Judges one object by the policies of a file, as the administrator of the tests' cluster. */
export function judged(policies: string, object: any, complete = true): Report {
  return new Verification({ packs: [], policies: [policies], complete, ...ADMIN }).verifySources([new Source('object.yaml', JSON.stringify(object), true)], [], []);
}

/** As the annotation says it: the first denial, or the first warning. */
export function outcomeOf({ findings: [first] }: Report): string {
  return first === undefined ? 'admitted' : `${first.severity === Severity.HIGH ? 'denied' : 'warned'}: ${first.message}`;
}

/** An annotation `denied: *` leaves the message open. */
export const agrees = (expected: string, outcome: string) => expected.endsWith('*') ? outcome.startsWith(expected.slice(0, -1)) : outcome === expected;
