import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readSources } from '../../src/verify/files';
import { Verification } from '../../src/verify/verifier';
import { notRun } from '../not-run';

const CASES = join(__dirname, '../../../shared/cases');
const ATTACKS = join(CASES, 'well-known-bad.jsonl');

/** The controls of which any finds what a tag names. */
const TAGS = load(readFileSync(join(__dirname, 'well-known-bad.yaml'), 'utf8')) as Readonly<Record<string, string[]>>;

/** A known attack: a manifest, and what must be detected in it. */
interface Attack {
  readonly corpus: string;
  readonly file: string;

  /** The document that it is about; null for the whole file. */
  readonly doc: number | null;
  readonly id: string;
  readonly expect_tags: readonly string[];
  readonly visible_in_manifest: boolean;
}

const attacks = existsSync(ATTACKS) ? readFileSync(ATTACKS, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Attack) : [];
const at = ({ corpus, file }: Attack) => join(CASES, corpus, file);
const here = attacks.filter(attack => existsSync(at(attack)));

/** The tags of an attack that no control finds. */
function missed(attack: Attack): string[] {
  const verification = new Verification({ controls: [...new Set(Object.values(TAGS).flat())], complete: true });
  const { findings, errors } = verification.verifySources(readSources([at(attack)], true), [], []);
  expect(errors).toEqual([]);
  const found = new Set(findings.filter(({ document }) => attack.doc === null || document === attack.doc).map(({ control }) => control));
  return attack.expect_tags.filter(tag => !TAGS[tag]?.some(control => found.has(control)));
}

if (here.length === 0) {
  test('without the known attacks', () => notRun('the known attacks', `${ATTACKS} or its manifests are not there`));
} else {
  test('every fault of a known attack that its manifest shows is found', () => {
    const tags = here.flatMap(attack => attack.expect_tags);
    const lost = here.flatMap(attack => missed(attack).map(tag => `${attack.id} ${attack.file}: ${tag}`));
    process.stdout.write(`known attacks: ${tags.length - lost.length} of ${tags.length} faults found, in ${here.length} manifests; `
      + `${here.filter(attack => !attack.visible_in_manifest).length} of them show none\n`);
    expect(here.filter(attack => attack.expect_tags.length > 0).map(attack => attack.visible_in_manifest)).not.toContain(false);
    expect(lost).toEqual([]);
  });

  test('a tag leads to controls because an attack has it', () => {
    const named = new Set(attacks.flatMap(attack => attack.expect_tags));
    expect(Object.keys(TAGS).filter(tag => !named.has(tag))).toEqual([]);
  });

  test('the manifests of the other attacks', () => {
    const away = attacks.filter(attack => !here.includes(attack));
    return away.length > 0 ? notRun(`${away.length} of ${attacks.length} known attacks`, `their manifests, such as ${at(away[0])}, are not there`) : undefined;
  });
}
