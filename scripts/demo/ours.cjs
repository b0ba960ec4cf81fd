// The same shop on the library's own constructs: what the verifier says of it, and what it looked at, by part of the recommendations.
const { join, relative } = require('node:path');
const { App } = require('cdk8s');
const example = require('./example.cjs');
const { Catalogue, Mode, RecommendationPart, Verifier } = require('../../lib');

const NAME = 'online-boutique';

/** How many controls of each part looked at something, and at how many objects. */
function evidence({ evidence: rows }) {
  const looked = rows.filter(({ evaluated }) => evaluated > 0).map(row => ({ ...row, part: Catalogue.get(row.control).recommendation }));
  const parts = RecommendationPart.all().map(part => ({ part, own: looked.filter(row => row.part === part.id) })).filter(({ own }) => own.length > 0);
  return parts.map(({ part, own }) => {
    const passed = own.reduce((sum, row) => sum + row.passed, 0);
    return `  ${part.id.padEnd(5)} ${String(own.length).padStart(2)} controls hold ${String(passed).padStart(4)} times  ${part.asks}`;
  }).join('\n');
}

module.exports = () => {
  const outdir = join(__dirname, '..', '..', 'examples', NAME, 'dist');
  const app = new App({ outdir });
  const { ENVIRONMENTS } = example(NAME, 'environments.ts');
  const { Shop } = example(NAME, 'shop.ts');
  ENVIRONMENTS.forEach(props => new Shop(app, `online-boutique-${props.environment}`, props));
  // Ours is enforced: synthesis would throw.
  const report = Verifier.of(app, { mode: Mode.ENFORCE, complete: true }).report();
  app.synth();
  const { objects, findings, acknowledged, target } = report.summary;
  return `The same shop on Tenant, Deployment, StatefulSet, Backup and allowTo, in ${ENVIRONMENTS.length} environments: ${objects} objects, judged for Kubernetes ${target}
${findings} findings, ${acknowledged} acknowledged. What was looked at:
${evidence(report)}

The YAML lies in ${relative(process.cwd(), outdir)}`;
};
