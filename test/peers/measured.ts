import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the test leaves its numbers: docs/peers.md is made of them. */
const FOLDER = join(__dirname, '.measured');

/** A row of the peer with which we do not agree, and why. */
export interface Disagreement {
  readonly file: string;
  readonly doc: number | null;
  readonly theirs: string;
  readonly ours: string;
  readonly why?: string;

  /** Whether there is nothing to agree on: the object is none, or the row is against Kubernetes or a standard. */
  readonly beyondOpinion: boolean;
}

/** One rule of another project. */
export interface MeasuredRule {
  readonly rule: string;

  /** Our controls, in words. */
  readonly controls: string;
  readonly outOfScope?: string;

  /** Whether only some findings of our controls are about what it asks for. */
  readonly narrowed: boolean;

  /** How many of its rows were judged with exemptions of its own. */
  readonly exempted: number;

  /** How many rows there are of each verdict, and with how many of them we agree. */
  readonly pass: { readonly rows: number; readonly agreed: number };
  readonly fail: { readonly rows: number; readonly agreed: number };
  readonly disagreements: readonly Disagreement[];
}

const sum = (rules: readonly MeasuredRule[], count: (rule: MeasuredRule) => number) => rules.reduce((total, rule) => total + count(rule), 0);

const percent = (part: number, whole: number) => `${whole === 0 ? 0 : (100 * part / whole).toFixed(1)}%`;

/** Prints what was measured, by rule, and leaves it for docs/peers.md. */
export function measured(peer: string, rules: readonly MeasuredRule[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${peer}.json`), `${JSON.stringify(rules, undefined, 2)}\n`);
  const inScope = rules.filter(rule => rule.outOfScope === undefined);
  const agreed = sum(inScope, ({ pass, fail }) => pass.agreed + fail.agreed);
  const rows = sum(inScope, ({ pass, fail }) => pass.rows + fail.rows);
  const beyond = sum(inScope, ({ disagreements }) => disagreements.filter(({ beyondOpinion }) => beyondOpinion).length);
  const reasons = [...new Set(rules.flatMap(({ outOfScope }) => outOfScope?.split(':')[0] ?? []))];
  process.stdout.write([
    `${peer}: ${agreed} of ${rows} verdicts are ours too (${percent(agreed, rows)}), ${percent(agreed, rows - beyond)} without ${beyond} that are against Kubernetes or a standard, `
      + `or of no object; ${inScope.length} of ${rules.length} rules in scope`,
    `  narrowed to what the rule asks: ${inScope.filter(({ narrowed }) => narrowed).length} rules; with exemptions that the rule makes: ${sum(inScope, ({ exempted }) => exempted)} rows`,
    ...reasons.map(reason => `  out of scope, ${reason}: ${rules.filter(rule => rule.outOfScope?.startsWith(reason)).length}`),
    ...inScope.map(({ rule, pass, fail }) => `  ${rule}: pass ${pass.agreed}/${pass.rows}, fail ${fail.agreed}/${fail.rows}`),
    ...inScope.flatMap(({ rule, disagreements }) => disagreements.map(({ file, doc, theirs, ours, why }) =>
      `  ! ${rule} ${file}${doc === null ? '' : ` #${doc}`}: theirs ${theirs}, ours ${ours}: ${why ?? 'NOT EXPLAINED'}`)),
  ].join('\n') + '\n');
}
