import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Told } from './crosswalk';
import { Asked, askedBy, Crossing, Narrowed } from '../../src/cli/crosswalk';
import { configured } from '../../src/verify/acknowledgement';
import { filesOf, readSources } from '../../src/verify/files';
import { Source } from '../../src/verify/input';
import { Finding, ReportError } from '../../src/verify/report/report';
import { Verification } from '../../src/verify/verifier';
import { VerifierOptions } from '../../src/verify/verifier-options';

/** Where the cases of all peers stand. */
export const CASES = join(__dirname, '../../../shared/cases');

/** One verdict of another project. */
export interface Row {
  readonly file: string;

  /** The document that it is about; null for the whole file or folder. */
  readonly doc: number | null;
  readonly policy: string;
  readonly verdict: 'pass' | 'fail';

  /** Of regolibrary: the folder of the case, all of whose input is seen at once. */
  readonly case?: string;

  /** Of gatekeeper-library: with which parameters. */
  readonly constraint?: string;

  /** Of kyverno-policies: which rule of the policy. */
  readonly rule?: string | null;

  /** Of gatekeeper-library: the objects that are read besides. */
  readonly inventory?: readonly string[];

  /** Of checkov: the same. */
  readonly context?: readonly string[];
}

/** What was found in a place, and what could not be judged there. */
interface Judged { readonly findings: readonly Finding[]; readonly errors: readonly ReportError[] }

/** The verdicts of a peer, or nothing where its cases are not here. */
export function rowsOf(peer: string): Row[] | undefined {
  const expected = join(CASES, peer, 'expected.jsonl');
  return existsSync(expected) ? readFileSync(expected, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Row) : undefined;
}

/** Says of the rows of a peer what our controls say. Each file is read once, and each place judged once, with all controls together. */
export class Cases {
  private readonly verification: Verification;
  private readonly sources = new Map<string, Source>();
  private readonly judged = new Map<string, Judged>();

  public constructor(private readonly peer: string, private readonly controls: readonly string[], private readonly told: Told = {}) {
    const { parameters, target } = told;
    const options: VerifierOptions = { controls: [...new Set(controls)], complete: true, parameters, target };
    this.verification = new Verification(options);
  }

  /** What the controls say of a row: `error` where something that the row is about cannot be judged. */
  public verdict(crossing: Crossing, row: Row): 'pass' | 'fail' | 'error' {
    const { findings, errors } = this.judge(row);
    const about = (file?: string, document?: number) =>
      row.doc === null || file === this.path(row.file) && (document === undefined || document === row.doc);
    const there = findings.filter(finding => about(finding.file, finding.document) && this.isMeant(finding, 'only' in crossing ? crossing.only : {}));
    const asked = this.told.controls ?? askedBy(crossing);
    if (asked.some(each => broken(each, there))) {
      return 'fail';
    }
    return errors.some(({ file, line }) => about(file, this.documentAt(row, line))) ? 'error' : 'pass';
  }

  /** Whether a finding is about what the rule asks for. */
  private isMeant(finding: Finding, { kinds, name, written, says }: Narrowed): boolean {
    return (kinds?.includes(finding.object.kind) ?? true) && (name ?? finding.object.name) === finding.object.name
      && (says?.some(text => new RegExp(text).test(finding.message)) ?? true) && (written !== true || this.isWritten(finding));
  }

  private isWritten({ file, document, path }: Finding): boolean {
    const manifest = this.sources.get(`${file} true`)?.manifests.find(({ origin }) => origin.document === document);
    return path.split(/[.[\]]+/).filter(key => key !== '').reduce((value: any, key) => value?.[key], manifest?.object) !== undefined;
  }

  /** The document that a line is in, or nothing where that is not known. */
  private documentAt({ file }: Row, line?: number): number | undefined {
    const source = this.sources.get(`${this.path(file)} true`);
    const documents = line === undefined ? [] : source?.manifests.map(({ origin }) => origin.document!) ?? [];
    return documents.filter(document => source!.position(document, []).line <= line!).at(-1);
  }

  private judge(row: Row): Judged {
    const { file, case: folder } = row;
    // What checkov reads besides is named from the first folder of the file on.
    const context = row.context?.map(name => join(file.split('/')[0], name)) ?? [];
    const besides = [...row.inventory ?? [], ...context, ...this.told.context ?? []].filter(name => name !== file);
    const input = this.path(join(folder ?? '', 'input'));
    const place = folder !== undefined && existsSync(input) && statSync(input).isDirectory() ? input : this.path(file);
    const key = [place, ...besides].join('\n');
    const judged = this.judged.get(key) ?? this.verify(this.read(place, true), besides.flatMap(name => this.read(this.path(name), false)));
    this.judged.set(key, judged);
    return judged;
  }

  /** That an exemption of the rule is for no object of one of its cases is no error. */
  private verify(sources: readonly Source[], context: readonly Source[]): Judged {
    const acknowledgements = (this.told.exempt ?? []).flatMap(match => this.controls.map(id => ({ id, reason: 'the rule exempts it', owner: this.peer, match })));
    const { findings, errors } = this.verification.verifySources(sources, context, configured({ acknowledgements }, 'told.yaml'));
    return { findings, errors: errors.filter(({ message }) => !message.endsWith('accepts nothing: remove it')) };
  }

  private read(place: string, judge: boolean): Source[] {
    return filesOf(place).map(({ file }) => {
      const key = `${file} ${judge}`;
      const source = this.sources.get(key) ?? readSources([file], judge)[0];
      this.sources.set(key, source);
      return source;
    });
  }

  private path(name: string): string {
    return join(CASES, this.peer, name);
  }
}

/** Whether a control fails, or several do in one place: a container or an item of a list, or what it stands in. */
function broken(asked: Asked, findings: readonly Finding[]): boolean {
  const places = ([] as string[]).concat(asked).map(id => findings.filter(({ control }) => control === id).map(placeOf));
  return places.flat().some(place => places.every(each => each.some(around => place.startsWith(around))));
}

function placeOf({ file, document, path }: Finding): string {
  return `${file} ${document} ${path.slice(0, path.lastIndexOf(']') + 1)}`;
}
