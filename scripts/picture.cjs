// Draws docs/online-boutique.svg, the picture in the README, from what the example synthesizes for production. Run it on a built tree.
const { spawnSync } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { App } = require('cdk8s');
const example = require('./demo/example.cjs');

const outdir = mkdtempSync(join(tmpdir(), 'bulwark-picture-'));
const app = new App({ outdir });
const { ENVIRONMENTS } = example('online-boutique', 'environments.ts');
const { Shop } = example('online-boutique', 'shop.ts');
const shop = ENVIRONMENTS.map(props => new Shop(app, `online-boutique-${props.environment}`, props)).pop();
app.synth();
const command = join(__dirname, '..', 'lib', 'bulwark.cjs');
const picture = join(__dirname, '..', 'docs', 'online-boutique.svg');
const { status } = spawnSync(process.execPath, [command, 'graph', join(outdir, `${shop.node.id}.k8s.yaml`), '--format', 'svg', '--output', picture], { stdio: 'inherit' });
process.exitCode = status;
