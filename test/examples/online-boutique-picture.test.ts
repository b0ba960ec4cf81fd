import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Testing, Yaml } from 'cdk8s';
import { ENVIRONMENTS } from '../../examples/online-boutique/environments';
import { Shop } from '../../examples/online-boutique/shop';
import { connectionsOf } from '../../src/connectivity/connections';
import { drawnWorkloads } from '../../src/connectivity/drawing';
import { svgOf } from '../../src/connectivity/svg';
import { Source } from '../../src/verify/input';

/** The last environment, as scripts/picture.cjs draws it. */
function shop() {
  const app = new App();
  const made = ENVIRONMENTS.map(props => new Shop(app, `online-boutique-${props.environment}`, props));
  const text = Yaml.stringify(...Testing.synth(made[made.length - 1]));
  return connectionsOf(new Source('shop.yaml', text, true).manifests, 'effective');
}

test('the picture in the README shows the shop as it is: `npm run picture` draws it anew, once the package is built', async () => {
  const { edges, workloads } = shop();
  const picture = readFileSync(join(__dirname, '../../docs/online-boutique.svg'), 'utf8');
  expect(picture === await svgOf(drawnWorkloads(edges, workloads))).toBe(true);
});

test('within the shop, everything is encrypted', () => {
  const inside = shop().edges.filter(({ source, destination }) => !`${source}${destination}`.includes('[External]'));
  expect(inside.length).toBeGreaterThan(10);
  expect(inside.filter(({ encryption }) => encryption !== 'encrypted')).toEqual([]);
});
