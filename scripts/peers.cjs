// Writes docs/peers.md from what `npm run test:peers` measured in its last run (test/peers/.measured), and prints its tables.
// With --check it only says whether docs/peers.md is what they give.
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const MEASURED = join(ROOT, 'test', 'peers', '.measured');
const PAGE = join(ROOT, 'docs', 'peers.md');
const HEAD = `# Measured against other projects

Written by \`node scripts/peers.cjs\` from what \`npm run test:peers\` measured. Other projects ship manifests with the verdicts of their own rules.
\`test/peers/crosswalk.yaml\` says which of our controls ask for the same, and \`bulwark explain <project>:<rule>\` tells it. Where we say something else than
they do, it is explained here, case by case. The second figure leaves out rows with which there is nothing to agree on: no API server takes the object, or the row is
against what Kubernetes does, or against a standard. What a rule was told in its cases, such as registries or exempt images, our controls were told too
(\`test/peers/told.yaml\`); *narrowed* are rules of which our control asks more, so that only those of its findings count that are about what the rule asks.
`;

if (!existsSync(MEASURED)) {
  console.error(`${MEASURED} is not there: run npm run test:peers first, where the cases are`);
  process.exit(2);
}
const peers = readdirSync(MEASURED).filter((name) => name.endsWith('.json')).sort()
  .map((name) => ({ peer: name.replace(/\.json$/, ''), rules: JSON.parse(readFileSync(join(MEASURED, name), 'utf8')) }));

const cell = (value) => String(value).replace(/\|/g, '\\|').replace(/</g, '&lt;');
const table = (head, rows) => rows.length === 0 ? '' : `\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`;
const sum = (rules, count) => rules.reduce((total, rule) => total + count(rule), 0);
const inScope = (rules) => rules.filter(({ outOfScope }) => outOfScope === undefined);
const ratio = ({ agreed, rows }) => rows === 0 ? '-' : `${agreed} of ${rows}`;
const percent = (part, whole) => whole === 0 ? '-' : `${(100 * part / whole).toFixed(1)}%`;

const summary = table(['project', 'rules', 'out of scope', 'without what is of vendors', 'rows that pass', 'rows that fail', 'agreement', 'beside Kubernetes and standards', 'narrowed rules', 'rows with exemptions'], peers.map(({ peer, rules }) => {
  const judged = inScope(rules);
  const both = ['pass', 'fail'].map((verdict) => ({ rows: sum(judged, (rule) => rule[verdict].rows), agreed: sum(judged, (rule) => rule[verdict].agreed) }));
  const outside = rules.length - judged.length;
  const [agreed, rows] = [both[0].agreed + both[1].agreed, both[0].rows + both[1].rows];
  const beyond = sum(judged, ({ disagreements }) => disagreements.filter(({ beyondOpinion }) => beyondOpinion).length);
  const ofVendors = sum(rules, ({ outOfScope }) => outOfScope === 'vendor-specific' ? 1 : 0);
  return [peer, rules.length, `${outside} (${percent(outside, rules.length)})`, percent(outside - ofVendors, rules.length - ofVendors), ...both.map(ratio), percent(agreed, rows), `${percent(agreed, rows - beyond)} (without ${beyond})`,
    judged.filter(({ narrowed }) => narrowed).length, sum(judged, ({ exempted }) => exempted)];
}));

const reasonOf = ({ outOfScope }) => outOfScope.split(':')[0];
const outside = peers.flatMap(({ peer, rules }) => rules.filter(({ outOfScope }) => outOfScope !== undefined).map((rule) => ({ peer, reason: reasonOf(rule) })));
const reasons = [...new Set(outside.map(({ reason }) => reason))].sort();
const bySum = table(['out of scope because', ...peers.map(({ peer }) => peer)],
  reasons.map((reason) => [reason, ...peers.map(({ peer }) => outside.filter((row) => row.peer === peer && row.reason === reason).length)]));

const sections = peers.map(({ peer, rules }) => [
  `\n## ${peer}\n`,
  table(['rule', 'our controls', 'pass', 'fail'], rules.map(({ rule, controls, outOfScope, pass, fail }) =>
    outOfScope === undefined ? [rule, controls, ratio(pass), ratio(fail)] : [rule, `out of scope: ${outOfScope}`, '-', '-'])),
  table(['where we disagree', 'file', 'theirs', 'ours', 'why'], rules.flatMap(({ rule, disagreements }) => disagreements.map(({ file, doc, theirs, ours, why }) =>
    [rule, `${file}${doc === null ? '' : ` #${doc}`}`, theirs, ours, why ?? 'not explained']))),
].join(''));

const page = `${HEAD}${summary}${bySum}${sections.join('')}`;
console.log(`${summary}${bySum}`);
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, page);
} else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) {
  console.log('docs/peers.md says other numbers: run node scripts/peers.cjs');
  process.exitCode = 1;
}
