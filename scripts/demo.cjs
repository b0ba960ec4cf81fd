// The demo: Google's online boutique as its makers deploy it, the same hardened, and on our own constructs.
const { spawnSync } = require('node:child_process');
const { join, relative } = require('node:path');
const { App } = require('cdk8s');
const example = require('./demo/example.cjs');
const filled = require('./demo/filled.cjs');
const left = require('./demo/left.cjs');
const ours = require('./demo/ours.cjs');
const { Comparison, Hardening, Mode, Verifier } = require('../lib');

const NAME = 'online-boutique-plain';
const outdir = join(__dirname, '..', 'examples', NAME, 'dist');
const app = new App({ outdir });
const { Boutique } = example(NAME, 'boutique.ts');
const chart = new Boutique(app, 'online-boutique');

// The app is reported on here; a team leaves the mode at ENFORCE, and synthesis stops where something falls short.
const verifier = Verifier.of(app, { mode: Mode.OFF });
const before = verifier.report();
const hardening = Hardening.of(app).apply();
const after = verifier.report();
app.synth();
const where = relative(process.cwd(), outdir);
const command = join(__dirname, '..', 'lib', 'bulwark.cjs');
const page = join(where, 'report.html');
// It exits with 1, for there are findings.
const { status, stderr } = spawnSync(process.execPath, [command, 'verify', where, '--output', `html=${page}`], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
if (status !== 0 && status !== 1) {
  throw new Error(`no report was written: ${stderr}`);
}

console.log(`Google's online boutique, a plain cdk8s app: ${before.summary.objects} objects, judged for Kubernetes ${before.summary.target}

Findings before and after hardening, by part of the recommendations
${`${new Comparison(before, after)}`.replace(/^/gm, '  ').trimEnd()}

What hardening filled in: ${hardening.filled.length} fields
${filled(hardening.filled)}

Left for a person to decide: ${after.summary.findings} findings
${left(after.findings)}

The YAML lies in ${where}/${chart.node.id}.k8s.yaml; verify it with
  node ${relative(process.cwd(), command)} verify ${where}
A report on it lies in ${page}: open it in a browser.

${ours()}`);
