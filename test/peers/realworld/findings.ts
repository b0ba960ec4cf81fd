import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Packs } from '../../../src';
import { readSources } from '../../../src/verify/files';
import { Finding } from '../../../src/verify/report/report';
import { Verification } from '../../../src/verify/verifier';

/** The manifests of real applications. */
export const APPLICATIONS = join(__dirname, '../../../../shared/cases/realworld');

/** What every control of the pack csa finds in them, application by application; nothing where they are not here. */
export function findingsOfRealApplications(): Finding[] {
  const controls = Packs.ids('csa');
  const folders = existsSync(APPLICATIONS) ? readdirSync(APPLICATIONS, { withFileTypes: true }).filter(entry => entry.isDirectory()) : [];
  return folders.map(({ name }) => name).sort().flatMap(name =>
    new Verification({ controls }).verifySources(readSources([join(APPLICATIONS, name)], true), [], []).findings
      .map(finding => ({ ...finding, file: relative(APPLICATIONS, finding.file!) })));
}

/** What a finding is about, so that it is known again: the control, where, and on which object. */
export interface Place { readonly control: string; readonly file: string; readonly object: string; readonly path: string }

/** Where a finding is. */
export function placeOf({ control, file, object: { kind, name }, path }: Finding): Place {
  return { control, file: file!, object: `${kind}/${name}`, path };
}
