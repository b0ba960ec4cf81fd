import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_LIFECYCLES } from '../../src/model/api-lifecycle';
import { goModule } from '../go';

/** What is asked of the API server and not kept, so that no manifest holds it. */
const NOT_KEPT = /List$|Review$|^(Scale|Eviction|EvictionRequest|DeploymentRollback|APIGroupDiscovery)$/;
const NEWEST = 37;

/** `group/version kind deprecated removed` of each type that the module says is deprecated by our newest minor. */
function lifecyclesOf(module: string): string[] {
  const folders = readdirSync(module, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('zz_generated.prerelease-lifecycle.go')).map(path => join(module, path, '..'));
  return folders.flatMap(folder => {
    const [, group] = /GroupName\s*=\s*"(.*)"/.exec(readFileSync(join(folder, 'register.go'), 'utf8'))!;
    const source = readFileSync(join(folder, 'zz_generated.prerelease-lifecycle.go'), 'utf8');
    const minors = (what: string) => new Map([...source.matchAll(new RegExp(`\\*(\\w+)\\) APILifecycle${what}\\(\\) .*\\{\\s*return 1, (\\d+)`, 'g'))].map(([, kind, minor]) => [kind, Number(minor)]));
    const [deprecated, removed] = [minors('Deprecated'), minors('Removed')];
    return [...removed].filter(([kind]) => !NOT_KEPT.test(kind) && deprecated.get(kind)! <= NEWEST)
      .map(([kind, minor]) => `${group}/${folder.split('/').pop()} ${kind} ${deprecated.get(kind)} ${minor}`);
  });
}

test('the table says what k8s.io/api says beside its types', () => {
  const module = goModule('k8s.io/api@v0.37.2', 'the lifecycles of API versions against k8s.io/api');
  if (module === undefined) {
    return;
  }
  const theirs = lifecyclesOf(module);
  const ours = API_LIFECYCLES.flatMap(({ apiVersion, kinds, deprecated, removed }) => kinds.map(kind => `${apiVersion} ${kind} ${deprecated} ${removed}`));
  expect(theirs.filter(row => !ours.includes(row))).toEqual([]);
  // Types that were removed long ago are in the module no more.
  expect(ours.filter(row => !theirs.includes(row)).every(row => Number(row.split(' ')[3]) <= 26)).toBe(true);
  expect(theirs.length).toBeGreaterThan(60);
});

test('no successor is itself removed before, or at the same time', () => {
  const removedBy = new Map(API_LIFECYCLES.flatMap(({ apiVersion, kinds, removed }) => kinds.map(kind => [`${apiVersion} ${kind}`, removed] as const)));
  const short = API_LIFECYCLES.flatMap(({ kinds, removed, successor }) => kinds.filter(kind => removed >= (removedBy.get(`${successor} ${kind}`) ?? Infinity)));
  expect(short).toEqual([]);
});
