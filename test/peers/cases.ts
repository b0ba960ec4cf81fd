import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

  public constructor(private readonly peer: string, controls: readonly string[], parameters: VerifierOptions['parameters'] = {}) {
    this.verification = new Verification({ controls: [...new Set(controls)], complete: true, parameters });
  }

  /** What the controls say of a row: `error` where something that the row is about cannot be judged. */
  public verdict(controls: readonly string[], row: Row): 'pass' | 'fail' | 'error' {
    const about = (file?: string, document?: number) =>
      row.doc === null || file === this.path(row.file) && (document === undefined || document === row.doc);
    const { findings, errors } = this.judge(row);
    if (findings.some(({ control, file, document }) => controls.includes(control) && about(file, document))) {
      return 'fail';
    }
    return errors.some(({ file, line }) => about(file, this.documentAt(row, line))) ? 'error' : 'pass';
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
    const besides = [...row.inventory ?? [], ...context].filter(name => name !== file);
    const input = this.path(join(folder ?? '', 'input'));
    const place = folder !== undefined && existsSync(input) && statSync(input).isDirectory() ? input : this.path(file);
    const key = [place, ...besides].join('\n');
    const judge = () => this.verification.verifySources(this.read(place, true), besides.flatMap(name => this.read(this.path(name), false)), []);
    const judged = this.judged.get(key) ?? judge();
    this.judged.set(key, judged);
    return judged;
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
