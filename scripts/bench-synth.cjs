// Measures how long our workloads take beside plain cdk8s-plus: a process that synthesizes 1,000 Deployments with a Service each, in tenants,
// with verification on. It is compared with three apps of plain cdk8s-plus: one that makes the same number of objects of the same kinds, with what
// cdk8s-plus says of them; one whose author writes by hand what ours says, so that its objects hold at least the same fields; and one that makes the
// Deployments and Services alone. The limit is for the first, and for the time that passes; the CPU that it takes, with that of V8's compiler and
// collector beside the program, is printed too.
const { spawnSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const WORKLOADS = Number(process.env.WORKLOADS ?? 1000);
const TENANTS = Number(process.env.TENANTS ?? 20);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MOST = 2;
const OF_WORKLOAD = new Set(['Deployment', 'Service', 'ServiceAccount', 'PodDisruptionBudget']);
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
    each((id, webs) => {
      const chart = new Chart(app, id, { namespace: id });
      made(id).forEach((object, index) => new ApiObject(chart, `object-${index}`, object));
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
  // The same fields too, written by hand. What cdk8s-plus has no option for is patched in; the sleep before the stop it would drop.
  written(app, made) {
    const { ApiObject, Chart, Duration, JsonPatch, Size } = require('cdk8s');
    const kplus = require('cdk8s-plus-28');
    const OWNERSHIP = { 'app.kubernetes.io/part-of': '', 'cdk8s-bulwark/tenant': '', 'cdk8s-bulwark/owner': 'team', 'cdk8s-bulwark/environment': 'prod', 'cdk8s-bulwark/sensitivity': 'internal' };
    const probe = (seconds, failureThreshold) => kplus.Probe.fromTcpSocket({ port: 8080, periodSeconds: Duration.seconds(seconds), failureThreshold });
    const size = mebibytes => ({ request: Size.mebibytes(mebibytes), limit: Size.mebibytes(mebibytes) });
    each((id, webs) => {
      const labels = { ...OWNERSHIP, 'app.kubernetes.io/part-of': id, 'cdk8s-bulwark/tenant': id };
      const chart = new Chart(app, id, { namespace: id, labels });
      made(id).forEach((object, index) => new ApiObject(chart, `object-${index}`, object));
      webs.forEach(web => {
        const own = { 'app.kubernetes.io/name': web, 'app.kubernetes.io/version': '1.0.0' };
        const serviceAccount = new kplus.ServiceAccount(chart, `${web}-account`, { metadata: { name: web } });
        const volume = kplus.Volume.fromEmptyDir(chart, `${web}-tmp`, 'tmp', { medium: kplus.EmptyDirMedium.MEMORY, sizeLimit: Size.mebibytes(64) });
        const deployment = new kplus.Deployment(chart, web, {
          metadata: { name: web, labels: own },
          podMetadata: { labels: { ...labels, ...own } },
          containers: [{
            ...container(),
            liveness: probe(20, 6),
            readiness: probe(10, 3),
            startup: probe(5, 24),
            resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: size(256) },
            volumeMounts: [{ path: '/tmp', volume }],
          }],
          serviceAccount,
          terminationGracePeriod: Duration.seconds(35),
        });
        deployment.exposeViaService({ name: web });
        const template = '/spec/template/spec';
        ApiObject.of(deployment).addJsonPatch(
          JsonPatch.add(`${template}/enableServiceLinks`, false),
          JsonPatch.add(`${template}/hostUsers`, false),
          JsonPatch.add(`${template}/securityContext/seccompProfile`, { type: 'RuntimeDefault' }),
          JsonPatch.add(`${template}/containers/0/securityContext/capabilities`, { drop: ['ALL'] }),
          // cdk8s-plus writes whole gibibytes only.
          ...['requests', 'limits'].map(side => JsonPatch.add(`${template}/containers/0/resources/${side}/ephemeral-storage`, { value: '128Mi' })),
          JsonPatch.add(`${template}/containers/0/terminationMessagePolicy`, 'FallbackToLogsOnError'),
          JsonPatch.add(`${template}/topologySpreadConstraints`, ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map(topologyKey => ({
            maxSkew: 1, topologyKey, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: deployment.matchLabels }, matchLabelKeys: ['pod-template-hash'],
          }))),
        );
        new ApiObject(chart, `${web}-budget`, {
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: { name: web },
          spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: deployment.matchLabels } },
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
  APPS[name](app, read);
  app.synth();
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(JSON.stringify({ all: (user + system) / 1e6 }));
  });
} else {
  const yaml = require('js-yaml');
  const work = mkdtempSync(join(tmpdir(), 'bulwark-bench-synth-'));
  const best = {};
  const run = variant => {
    const start = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, __filename, variant, join(work, variant), join(work, 'made')], { encoding: 'utf8' });
    if (status !== 0) {
      throw new Error(`${variant}: ${stderr.slice(-3000)}`);
    }
    const { elapsed = Infinity, cpu = Infinity } = best[variant] ?? {};
    best[variant] = { elapsed: Math.min(elapsed, Number(process.hrtime.bigint() - start) / 1e9), cpu: Math.min(cpu, JSON.parse(stdout).all) };
  };
  const objects = variant => readdirSync(join(work, variant)).flatMap(file => yaml.loadAll(readFileSync(join(work, variant, file), 'utf8')));
  const kinds = variant => JSON.stringify(Object.entries(objects(variant).reduce((counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }), {})).sort());
  const keyOf = ({ kind, metadata: { name, namespace } }) => `${kind}/${namespace ?? name}/${name}`;
  const absent = (wanted, found, path) => typeof wanted === 'object' && wanted !== null
    ? Object.entries(wanted).flatMap(([key, value]) => absent(value, found?.[key], `${path}.${key}`))
    : wanted === found || path.includes('cdk8s.io/metadata.addr') ? [] : [path];
  run('ours');
  mkdirSync(join(work, 'made'));
  for (const file of readdirSync(join(work, 'ours'))) {
    const content = yaml.loadAll(readFileSync(join(work, 'ours', file), 'utf8'));
    const ofTenant = content.filter(({ kind, metadata: { name } }) => !(OF_WORKLOAD.has(kind) && name.startsWith('web-')));
    writeFileSync(join(work, 'made', `${content.find(({ kind }) => kind === 'Namespace').metadata.name}.json`), JSON.stringify(ofTenant));
  }
  // In turns, so that whatever else the machine does meets all alike.
  for (let round = 0; round < ROUNDS; round++) {
    Object.keys(APPS).forEach(run);
  }
  const { ours, same, written, bare } = best;
  for (const plain of ['same', 'written']) {
    if (kinds('ours') !== kinds(plain)) {
      throw new Error(`not the same objects:\n${kinds('ours')}\n${kinds(plain)}`);
    }
  }
  const byHand = new Map(objects('written').map(object => [keyOf(object), object]));
  const without = objects('ours').flatMap(object => absent(object, byHand.get(keyOf(object)), keyOf(object)))
    .filter(path => !path.includes('.containers.0.lifecycle.'));
  if (without.length > 0) {
    throw new Error(`written by hand without ${without.length} fields of ours, such as ${without.slice(0, 5).join(', ')}`);
  }
  const ratio = (plain, of) => `${(ours[of] / plain[of]).toFixed(2)} times`;
  const row = (what, plain) => `  ${what}: ${plain.elapsed.toFixed(2)} s (${ratio(plain, 'elapsed')}), CPU ${plain.cpu.toFixed(2)} s (${ratio(plain, 'cpu')})`;
  console.log([
    `${WORKLOADS} workloads in ${TENANTS} tenants: ours ${ours.elapsed.toFixed(2)} s, CPU ${ours.cpu.toFixed(2)} s; plain cdk8s-plus, the least of ${ROUNDS} runs each:`,
    `${row('the same objects', same)}: at most ${MOST} times`,
    row('the same fields too, written by hand', written),
    row('the Deployments and Services alone', bare),
  ].join('\n'));
  rmSync(work, { recursive: true });
  process.exitCode = ours.elapsed / same.elapsed > MOST ? 1 : 0;
}
