import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Client, Refused } from './client';
import { record } from './proof';
import { Inventory } from '../../src/inventory/inventory';
import { JsonObject } from '../../src/inventory/manifest';
import { manifestOf, objectsOf } from '../../src/verify/manifests';
import { admittedInFull } from '../../src/verify/policy/defaults/admitted-in-full';
import { notRun } from '../not-run';

const OWN = join(__dirname, '../controls');
const OTHERS = ['realworld', 'kyverno-policies', 'cel-admission-library'].map(name => join('/work/shared/cases', name));

/** What only a cluster can choose, or what no expression of a policy is known to look at, by kind and field. */
const CHOSEN: readonly (readonly [field: RegExp, why: string])[] = [
  [/\.metadata\.(uid|creationTimestamp|managedFields|generation|namespace|finalizers)\b/, 'made when it is stored'],
  [/kube-api-access-/, 'the end of the name is chosen'],
  [/^Service\.spec\.(clusterIPs?|ipFamil\w+|healthCheckNodePort|ports\.\[\]\.nodePort)\b/, 'addresses and ports are given out'],
  [/\.status(\.|:)/, 'what is observed, not what is created'],
  [/^PersistentVolumeClaim\.spec\.storageClassName/, 'the default class of the cluster'],
  [/controller-uid/, 'the uid of the Job'],
  [/^batch\/Job\.spec\.selector/, 'by the uid of the Job'],
  [/^apps\/DaemonSet\.metadata\.annotations/, 'counts generations'],
  [/^rbac\.authorization\.k8s\.io\/(Cluster)?Role\.rules: ours \[\] theirs null/, 'an empty list is no list there'],
  [/^(discovery|storage|apiextensions|admissionregistration)\.k8s\.io\//, 'kinds whose defaults are not filled in'],
  [/^apps\/StatefulSet\.spec\.updateStrategy\.rollingUpdate: ours \{"partition":0\}/, 'where the author wrote an empty one'],
  [/^[\w.-]+\.(io|dev|com)\/\w+\.(?!.*k8s\.io)/, 'custom resources whose definition is not in the input'],
];

const client = Client.connect();

const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true })
  .flatMap(entry => entry.isDirectory() ? files(join(folder, entry.name)) : /\.ya?ml$/.test(entry.name) ? [join(folder, entry.name)] : []);

function objectsIn(file: string): JsonObject[] {
  try {
    return parseAllDocuments(readFileSync(file, 'utf8')).map(document => document.toJS()).filter(Boolean).flatMap(value => objectsOf(value).map(({ object }) => object));
  } catch {
    return [];
  }
}

function differences(ours: any, theirs: any, path: string): string[] {
  const nested = (value: any) => typeof value === 'object' && value !== null;
  if (nested(ours) && nested(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap(key => differences(ours[key], theirs[key], `${path}.${Array.isArray(ours) ? '[]' : key}`));
  }
  return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [`${path}: ours ${JSON.stringify(ours)} theirs ${JSON.stringify(theirs)}`];
}

test('policies see offline what the API server makes of an object', async () => {
  const folders = [OWN, ...OTHERS.filter(existsSync)];
  OTHERS.filter(folder => !existsSync(folder)).forEach(folder => notRun('manifests of others as the API server admits them', `${folder} is not there`));
  const found = new Set<string>();
  let compared = 0;
  let refused = 0;
  for (const file of folders.flatMap(files)) {
    await Promise.all(objectsIn(file).filter(({ metadata }) => metadata?.name !== undefined).map(async object => {
      const written: any = { ...object, metadata: { ...object.metadata, ...object.kind === 'Namespace' ? {} : { namespace: 'default' } } };
      try {
        const theirs = await client.create(written, { dryRun: true });
        const manifest = manifestOf(JSON.parse(JSON.stringify(written)), {}, true);
        const ours = admittedInFull(manifest, new Inventory([manifest], false));
        differences(ours, theirs, manifest.groupKind).filter(line => !CHOSEN.some(([field]) => field.test(line))).forEach(line => found.add(line));
        compared++;
      } catch (error) {
        // What the API server refuses has no defaults; a kind that it does not know has none either.
        if (!(error instanceof Refused) && !/Failed to fetch resource metadata|Unrecognized API version/.test((error as Error).message)) {
          throw error;
        }
        refused++;
      }
    }));
  }
  record('admitted', { objects: compared, refused });
  expect([...found]).toEqual([]);
  expect(compared).toBeGreaterThan(1000);
}, 300_000);
