// Measures what verifying costs beside parsing, in CPU seconds of each as a process, how long one small file takes, and, with the
// argument `large`, what ten times as many documents take.
const { mkdirSync, mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const application = require('./bench/application.cjs');
const cost = require('./bench/cost.cjs');

const APPLICATIONS = 834; // of 12 documents each: 10,008
const PAIRS = 3;
const STARTS = 5; // before each pair, so that a slow moment of the machine does not decide
const SMALL_AT_MOST = 200; // milliseconds
const LARGE = 10; // times as many documents, in as many files
const RUNS = 3; // of the tenth
const LARGE_AT_MOST = 11; // times the CPU
const MEMORY_AT_MOST = 800; // MB
/** What is measured: name, whether it is faulty, how many times the CPU of parsing it may cost, and the exit code. */
const MIXES = [['clean', false, 3, 0], ['faulty', true, 8, 1]];
const verifying = (path, status) => cost([command, 'verify', '--format', 'json', path], [status]);

const folder = mkdtempSync(join(tmpdir(), 'bulwark-bench-'));
const command = join(__dirname, '..', 'lib', 'bulwark.cjs');
const parser = require.resolve('js-yaml');
const parsing = (file) => `require(${JSON.stringify(parser)}).loadAll(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const times = (count, run) => Array.from({ length: count }, run);

const applications = (from, faulty) => times(APPLICATIONS, (_, index) => application(from + index, faulty)).flat();

function write(name, documents) {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, documents.join('\n---\n'));
  return file;
}

let failed = 0;
function judge(holds, text) {
  failed += holds ? 0 : 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'}  ${text}`);
}

/** What verifying costs beside parsing, and how long a person waits for one small file. */
function beside() {
  const small = write('small', application(0, true));
  const starts = [];
  for (const [name, faulty, most, status] of MIXES) {
    const documents = applications(0, faulty);
    const file = write(name, documents);
    // Each pair runs under the same load, so the ratio of a pair holds on a busy machine too.
    const pairs = times(PAIRS, () => {
      starts.push(...times(STARTS, () => cost([command, 'verify', small], [1])));
      return { parse: cost(['-e', parsing(file)]).cpu, verify: verifying(file, status).cpu };
    });
    const ratio = median(pairs.map(({ parse, verify }) => verify / parse));
    const seconds = (of) => median(pairs.map(of)).toFixed(2);
    judge(ratio <= most, `${documents.length} ${name} documents: parse ${seconds(({ parse }) => parse)} s, verify ${seconds(({ verify }) => verify)} s of CPU: ${ratio.toFixed(2)} times (at most ${most})`);
  }
  // What a person waits for on an idle machine is less than both: a busy one stretches the clock, and threads beside the main one add to the CPU.
  const least = 1000 * Math.min(...starts.map(({ cpu, clock }) => Math.min(cpu, clock)));
  judge(least < SMALL_AT_MOST, `one small file, 12 documents: ${least.toFixed(0)} ms (under ${SMALL_AT_MOST}), the least of ${starts.length} runs`);
}

/** What more documents cost, and whether they fit. */
function large() {
  for (const [name, faulty, , status] of MIXES) {
    const many = join(folder, `many-${name}`);
    mkdirSync(many);
    times(LARGE, (_, part) => write(join(`many-${name}`, String(part)), applications(part * APPLICATIONS, faulty)));
    // Of a few seconds one run says little: it is what the long one is held against.
    const one = median(times(RUNS, () => verifying(join(many, '0.yaml'), status).cpu));
    const { cpu, memory } = verifying(many, status);
    const ratio = cpu / one;
    judge(ratio <= LARGE_AT_MOST, `${LARGE} times ${APPLICATIONS} ${name} applications: ${cpu.toFixed(1)} s of CPU, ${ratio.toFixed(1)} times (at most ${LARGE_AT_MOST})`);
    judge(memory < MEMORY_AT_MOST, `they take ${memory.toFixed(0)} MB (under ${MEMORY_AT_MOST})`);
  }
}

(process.argv[2] === 'large' ? large : beside)();
process.exitCode = failed === 0 ? 0 : 1;
