// Measures what our workloads cost beside plain cdk8s-plus: CPU seconds of a process that synthesizes 1,000 Deployments with a Service each, in tenants,
// with verification on. It is compared with an app of plain cdk8s-plus that makes the same number of objects of the same kinds, and with one that
// makes the Deployments and Services alone.
const { spawnSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const WORKLOADS = Number(process.env.WORKLOADS ?? 1000);
const TENANTS = Number(process.env.TENANTS ?? 20);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MOST = 2;
const IMAGE = `registry.example.com/web:1.0.0@sha256:${'0123456789abcdef'.repeat(4)}`;

const container = () => ({ image: IMAGE, portNumber: 8080, envVariables: {} });
const each = act => Array.from({ length: TENANTS }, (_, tenant) => act(`tenant-${tenant}`, Array.from({ length: WORKLOADS / TENANTS }, (_each, web) => `web-${web}`)));

const APPS = {
  ours(app) {
    const { Deployment, Environment, Platform, Sensitivity, Tenant } = require('../lib');
    const platform = Platform.generic();
    each((id, webs) => {
      const tenant = new Tenant(app, id, { platform, owner: 'team', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL });
      webs.forEach(web => new Deployment(tenant, web, { containers: [container()] }).exposeViaService());
    });
    // The tenants of this bench are judged like any other; what falls short does not stop it, so that all of the work is measured.
    const { Mode, Verifier } = require('../lib');
    Verifier.of(app, { mode: Mode.REPORT });
  },
  // The same kinds and numbers of objects. What a tenant makes for itself is taken from the output of ours.
  same(app, made) {
    const { ApiObject, Chart } = require('cdk8s');
    const kplus = require('cdk8s-plus-28');
    const perWorkload = new Set(['Deployment', 'Service', 'ServiceAccount', 'PodDisruptionBudget']);
    each((id, webs) => {
      const chart = new Chart(app, id, { namespace: id });
      made(id).filter(({ kind, metadata }) => !(perWorkload.has(kind) && /^web-/.test(metadata.name)))
        .forEach((object, index) => new ApiObject(chart, `object-${index}`, object));
      webs.forEach(web => {
        const serviceAccount = new kplus.ServiceAccount(chart, `${web}-account`);
        const deployment = new kplus.Deployment(chart, web, { containers: [container()], serviceAccount });
        deployment.exposeViaService();
        new ApiObject(chart, `${web}-budget`, {
          apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { maxUnavailable: 1, selector: { matchLabels: deployment.matchLabels } },
        });
      });
    });
  },
  bare(app) {
    const { Chart } = require('cdk8s');
    const kplus = require('cdk8s-plus-28');
    each((id, webs) => {
      const chart = new Chart(app, id);
      webs.forEach(web => new kplus.Deployment(chart, web, { containers: [container()] }).exposeViaService());
    });
  },
};

const [, , name, folder, from] = process.argv;
if (name !== undefined) {
  const { App } = require('cdk8s');
  const app = new App({ outdir: folder });
  const read = id => JSON.parse(readFileSync(join(from, `${id}.json`), 'utf8'));
  const start = process.cpuUsage();
  APPS[name](app, read);
  app.synth();
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(JSON.stringify({ all: (user + system) / 1e6, synth: (user + system - start.user - start.system) / 1e6 }));
  });
} else {
  const yaml = require('js-yaml');
  const work = mkdtempSync(join(tmpdir(), 'bulwark-bench-synth-'));
  const best = {};
  const run = variant => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, __filename, variant, join(work, variant), join(work, 'made')], { encoding: 'utf8' });
    if (status !== 0) {
      throw new Error(`${variant}: ${stderr.slice(-3000)}`);
    }
    best[variant] = Math.min(best[variant] ?? Infinity, JSON.parse(stdout).all);
  };
  const objects = variant => readdirSync(join(work, variant)).flatMap(file => yaml.loadAll(readFileSync(join(work, variant, file), 'utf8')));
  const kinds = variant => JSON.stringify(Object.entries(objects(variant).reduce((counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }), {})).sort());
  run('ours');
  mkdirSync(join(work, 'made'));
  for (const file of readdirSync(join(work, 'ours'))) {
    const content = yaml.loadAll(readFileSync(join(work, 'ours', file), 'utf8'));
    writeFileSync(join(work, 'made', `${content.find(({ kind }) => kind === 'Namespace').metadata.name}.json`), JSON.stringify(content));
  }
  // In turns, so that whatever else the machine does meets all alike.
  for (let round = 0; round < ROUNDS; round++) {
    Object.keys(APPS).forEach(run);
  }
  const { ours, same, bare } = best;
  if (kinds('ours') !== kinds('same')) {
    throw new Error(`not the same objects:\n${kinds('ours')}\n${kinds('same')}`);
  }
  console.log(`${WORKLOADS} workloads in ${TENANTS} tenants: ours ${ours.toFixed(2)} s CPU; the same objects in plain cdk8s-plus ${same.toFixed(2)} s: ${(ours / same).toFixed(2)} times (at most ${MOST});`
    + ` Deployments and Services alone ${bare.toFixed(2)} s: ${(ours / bare).toFixed(2)} times`);
  rmSync(work, { recursive: true });
  process.exitCode = ours / same > MOST ? 1 : 0;
}
