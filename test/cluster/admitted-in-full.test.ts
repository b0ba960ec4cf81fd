import { Client, Manifest, Refused } from './client';
import { corpus, FIXTURES, OTHERS, REAL_WORLD } from './corpus';
import { inParallel } from './in-parallel';
import { addAccountOf, privileged } from './namespace';
import { proof } from './proof';
import { Inventory } from '../../src/inventory/inventory';
import { manifestOf } from '../../src/verify/manifests';
import { admittedInFull } from '../../src/verify/policy/defaults/admitted-in-full';

/** What only a cluster can choose, or what no expression of a policy is known to look at, by kind and field. */
const CHOSEN: readonly (readonly [field: RegExp, why: string])[] = [
  [/\.metadata\.(uid|creationTimestamp|managedFields|generation|namespace|finalizers)\b/, 'made when it is stored'],
  [/kube-api-access-/, 'the end of the name is chosen'],
  [/^Service\.spec\.(clusterIPs?|ipFamil\w+|healthCheckNodePort|ports\.\[\]\.nodePort)\b/, 'addresses and ports are given out'],
  [/\.status(\.|:)/, 'what is observed, not what is created'],
  [/^PersistentVolumeClaim\.spec\.storageClassName/, 'the default class of the cluster'],
  [/controller-uid/, 'the uid of the Job'],
  [/^Node\.spec(\.taints)?: ours undefined theirs .*"node\.kubernetes\.io\/not-ready"/, 'a node that is new is not ready yet'],
  [/^batch\/Job\.spec\.selector/, 'by the uid of the Job'],
  [/^apps\/DaemonSet\.metadata\.annotations/, 'counts generations'],
  [/^rbac\.authorization\.k8s\.io\/(Cluster)?Role\.rules: ours \[\] theirs null/, 'an empty list is no list there'],
  [/^(discovery|storage|apiextensions|admissionregistration)\.k8s\.io\//, 'kinds whose defaults are not filled in'],
  [/^apps\/StatefulSet\.spec\.updateStrategy\.rollingUpdate: ours \{"partition":0\}/, 'where the author wrote an empty one'],
  [/^gateway\.networking\.k8s\.io\//, 'custom resources, whose definition is not in the input'],
  [/^[\w.-]+\.(io|dev|com)\/\w+\.(?!.*k8s\.io)/, 'custom resources whose definition is not in the input'],
];

const AT_ONCE = 20;

/** Names that no other test has taken, so that the numbers do not depend on which run before. */
const placeOf = ({ kind, metadata: { name } }: any) => kind === 'Namespace' ? { name: `${name}-in-full` }
  : kind === 'ServiceAccount' ? { name: `${name}-in-full`, namespace: NAMESPACE } : { namespace: NAMESPACE };

/** Of its own, for others enforce Pod Security in those that they use. */
const NAMESPACE = 'admitted-in-full';
const client = Client.connect();

beforeAll(async () => {
  await client.apply(privileged(NAMESPACE));
  await client.until({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: NAMESPACE } }, 'made', () => true);
});

afterAll(() => client.vanish(privileged(NAMESPACE)));

function differences(ours: any, theirs: any, path: string): string[] {
  const nested = (value: any) => typeof value === 'object' && value !== null;
  if (nested(ours) && nested(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap(key => differences(ours[key], theirs[key], `${path}.${Array.isArray(ours) ? '[]' : key}`));
  }
  return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [`${path}: ours ${JSON.stringify(ours)} theirs ${JSON.stringify(theirs)}`];
}

test('policies see offline what the API server makes of an object', async () => {
  const found = new Set<string>();
  let compared = 0;
  let refused = 0;
  const objects = corpus(FIXTURES, REAL_WORLD, ...OTHERS).filter(({ kind, metadata }) => metadata?.name !== undefined && kind !== 'CustomResourceDefinition');
  const accounts = new Map(objects.filter(({ kind }) => kind === 'Pod').map((pod): [string, Manifest] => [pod.spec?.serviceAccountName, { ...pod as Manifest, metadata: { ...pod.metadata, namespace: NAMESPACE } }]));
  await inParallel([...accounts.values()], pod => addAccountOf(client, pod).catch(() => undefined));
  for (let start = 0; start < objects.length; start += AT_ONCE) {
    await Promise.all(objects.slice(start, start + AT_ONCE).map(async object => {
      const written: any = { ...object, metadata: { ...object.metadata, ...placeOf(object) } };
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
  proof('admitted', { objects: compared, refused });
  expect([...found]).toEqual([]);
  expect(compared).toBeGreaterThan(1000);
}, 300_000);
