// Gathers the numbers that the tests on a cluster and on a node leave in test/cluster/.proof: printed, and written as docs/proof.md.
// With --check it only says whether docs/proof.md is what they give.
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const NUMBERS = join(ROOT, 'test', 'cluster', '.proof');
const PAGE = join(ROOT, 'docs', 'proof.md');
const HEAD = `# What was proven on Kubernetes itself

Written by \`node scripts/proof.cjs\` from what \`npm run test:cluster\` (a real control plane) and \`npm run test:node\` (a real node) counted in their last run.
`;

/** One row for each number; of lists how many there are, by reason where they give one. */
function* rows(value, path = []) {
  if (Array.isArray(value)) {
    const reasons = value.map((entry) => entry?.reason ?? '').sort();
    for (const reason of new Set(reasons)) {
      yield [[...path, ...reason === '' ? [] : [reason]].join(': '), reasons.filter((other) => other === reason).length];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      yield* rows(inner, [...path, name]);
    }
  } else {
    yield [path.join(': '), value];
  }
}

if (!existsSync(NUMBERS)) {
  console.error(`${NUMBERS} is not there: run npm run test:cluster and npm run test:node first`);
  process.exit(2);
}
const names = readdirSync(NUMBERS).filter((name) => name.endsWith('.json')).sort();
const tables = names.map((name) => {
  const lines = [...rows(JSON.parse(readFileSync(join(NUMBERS, name), 'utf8')))].map(([what, count]) => `| ${what.replace(/\|/g, '\\|')} | ${count} |`);
  return `\n## ${name.replace(/\.json$/, '')}\n\n| what | number |\n| --- | --- |\n${lines.join('\n')}\n`;
});
const page = `${HEAD}${tables.join('')}`;
console.log(page);
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, page);
} else if (!existsSync(PAGE) || readFileSync(PAGE, 'utf8') !== page) {
  console.log('docs/proof.md says other numbers: run node scripts/proof.cjs');
  process.exitCode = 1;
}
