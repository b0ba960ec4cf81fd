import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Testing, Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { ENVIRONMENTS } from '../../examples/online-boutique/environments';
import { Shop } from '../../examples/online-boutique/shop';
import { Boutique } from '../../examples/online-boutique-plain/boutique';
import { MeshKind, Mode, Verifier } from '../../src';
import { connectionsOf } from '../../src/connectivity/connections';
import { textEdge } from '../../src/connectivity/written';
import { readSources } from '../../src/verify/files';
import { Source } from '../../src/verify/input';
import { everyPeer } from '../network/every-peer';
import { analyzer } from '../network/netpol-analyzer/binary';
import { notRun } from '../not-run';

const NAMESPACES = ['one', 'two', 'three'];
const VALUES = ['a', 'b', 'c'];
const value = fc.constantFrom(...VALUES);
const labels = fc.record({ app: value, tier: value }, { requiredKeys: ['app'] });
const few = <T>(each: fc.Arbitrary<T>, minLength = 0) => fc.array(each, { minLength, maxLength: 2 });

const selector = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: fc.record({ app: value }) }),
  fc.record({
    matchExpressions: fc.tuple(fc.oneof(
      fc.record({ key: fc.constant('tier'), operator: fc.constantFrom('In', 'NotIn'), values: few(value, 1) }),
      fc.record({ key: fc.constant('tier'), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
    )),
  }),
);
const ofNamespaces = fc.oneof(fc.constant({}), fc.constantFrom(...NAMESPACES).map(name => ({ matchLabels: { 'kubernetes.io/metadata.name': name } })),
  fc.record({ matchLabels: fc.record({ team: value }) }));
const block = fc.constantFrom(
  { cidr: '0.0.0.0/0' }, { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }, { cidr: '10.1.2.0/24' }, { cidr: '192.168.0.0/16', except: ['192.168.0.0/24', '192.168.128.0/17'] },
);
const peer = fc.oneof(
  fc.record({ podSelector: selector }), fc.record({ namespaceSelector: ofNamespaces }),
  fc.record({ podSelector: selector, namespaceSelector: ofNamespaces }), fc.record({ ipBlock: block }),
);
const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP');
const port = fc.oneof(
  fc.record({ protocol }), fc.record({ protocol, port: fc.constantFrom(80, 8080) }),
  fc.record({ protocol: fc.constant('TCP'), port: fc.constantFrom('http', 'admin') }),
  fc.record({ protocol, port: fc.constant(8000), endPort: fc.constantFrom(8000, 8100) }),
);
const rules = (side: 'from' | 'to') => few(fc.record({ peers: few(peer), ports: few(port) })
  // This version of the analyzer refuses the name of a port where addresses may listen.
  .filter(({ peers, ports }) => side === 'from' || (peers.length > 0 && !peers.some(each => 'ipBlock' in each))
    || !ports.some(each => 'port' in each && typeof each.port === 'string'))
  .map(({ peers, ports }) => ({ [side]: peers, ports })));
const policy = fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  spec: fc.record({
    podSelector: selector, policyTypes: fc.constantFrom(['Ingress'], ['Egress'], ['Ingress', 'Egress']), ingress: rules('from'), egress: rules('to'),
  }),
});
const workload = fc.record({
  namespace: fc.constantFrom(...NAMESPACES), labels, ports: fc.subarray([{ name: 'http', containerPort: 8080 }, { name: 'admin', containerPort: 9000 }]),
});
const cluster = fc.record({
  teams: fc.tuple(value, value, value),
  workloads: fc.array(workload, { minLength: 2, maxLength: 5 }),
  policies: fc.array(policy, { minLength: 1, maxLength: 5 }),
});

function objectsOf({ teams, workloads, policies }: typeof cluster extends fc.Arbitrary<infer Plan> ? Plan : never): object[] {
  return [
    ...NAMESPACES.map((name, index) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'team': teams[index], 'kubernetes.io/metadata.name': name } } })),
    ...workloads.map(({ namespace, labels: own, ports }, index) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `web-${index}`, namespace },
      spec: { selector: { matchLabels: own }, template: { metadata: { labels: own }, spec: { containers: [{ name: 'main', image: 'web', ports }] } } },
    })),
    ...policies.map(({ namespace, spec }, index) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `policy-${index}`, namespace }, spec })),
  ];
}

const numberOf = (address: string) => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);

/** This version of the analyzer leaves ranges side by side, and calls them by their addresses alone. */
function joined(lines: readonly string[]): string[] {
  const rows = lines.map(line => /^(\S+) => (\S+) : (.*)$/.exec(line)!.slice(1) as [source: string, destination: string, connections: string]);
  const isOutside = (name: string) => !name.includes('/');
  const ranges = new Map<string, [first: string, last: string][]>();
  for (const [source, destination, connections] of rows.filter(row => row.slice(0, 2).some(isOutside))) {
    const key = isOutside(source) ? `@ => ${destination} : ${connections}` : `${source} => @ : ${connections}`;
    ranges.set(key, [...ranges.get(key) ?? [], (isOutside(source) ? source : destination).split('-') as [string, string]]);
  }
  const outside = [...ranges].flatMap(([key, parts]) => parts.sort(([one], [other]) => numberOf(one) - numberOf(other))
    .reduce<[string, string][]>((all, [first, last]) => {
      const before = all[all.length - 1];
      return before !== undefined && numberOf(before[1]) + 1 === numberOf(first) ? [...all.slice(0, -1), [before[0], last]] : [...all, [first, last]];
    }, []).map(range => key.replace('@', `${range.join('-')}[External]`)));
  return [...outside, ...lines.filter((_, index) => !rows[index].slice(0, 2).some(isOutside))];
}

function theirsOf(binary: string, directory: string): string[] {
  const list = execFileSync(binary, ['list', '--quiet', '--dirpath', directory], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return joined(list.split('\n').filter(line => line.includes(' => '))).sort();
}

test("np-guard's netpol-analyzer finds the same edges for random policies", () => {
  const binary = analyzer('random policies');
  if (binary === undefined) {
    return;
  }
  let edges = 0;
  for (const plan of fc.sample(cluster, { numRuns: 150, seed: 7 })) {
    const text = Yaml.stringify(...objectsOf(plan));
    const directory = mkdtempSync(join(tmpdir(), 'bulwark-netpol-'));
    writeFileSync(join(directory, 'cluster.yaml'), text);
    const ours = connectionsOf(new Source('cluster.yaml', text, true).manifests, 'network').edges.map(textEdge);
    edges += ours.length;
    expect(ours.sort()).toEqual(theirsOf(binary, directory));
  }
  console.log(`np-guard's analyzer agrees on ${edges} edges of 150 random clusters`);
  expect(edges).toBeGreaterThan(500);
}, 900_000);

test("np-guard's netpol-analyzer finds the same edges for tenants, owners and remotes", () => {
  const binary = analyzer('tenants, owners and remotes');
  if (binary === undefined) {
    return;
  }
  const text = Yaml.stringify(...withoutIpv6(everyPeer(MeshKind.NONE)));
  const directory = mkdtempSync(join(tmpdir(), 'bulwark-netpol-'));
  writeFileSync(join(directory, 'app.yaml'), text);
  const ours = connectionsOf(new Source('app.yaml', text, true).manifests, 'network').edges.map(textEdge).sort();
  expect(ours.length).toBeGreaterThan(10);
  expect(ours).toEqual(theirsOf(binary, directory));
}, 900_000);

const REALWORLD = join(__dirname, '../../../shared/cases/realworld');

/** Where the two read other workloads, not other policies. */
const READ_OTHERWISE: { readonly [set: string]: string } = {
  'argo-cd': 'a Deployment and a StatefulSet of one name are one workload to the analyzer',
  'istio-samples': 'it holds files that are not YAML',
  'knative-serving': 'the analyzer has no name for a Job with generateName',
  'kubernetes-examples': 'it holds files that are not YAML, and Pods with generateName',
};

test("np-guard's netpol-analyzer finds the same edges in other projects' manifests", () => {
  const binary = analyzer("other projects' manifests");
  if (binary === undefined || !existsSync(REALWORLD)) {
    notRun("np-guard's netpol-analyzer on other projects' manifests", 'shared/cases or the analyzer is not here');
    return;
  }
  const sets = readdirSync(REALWORLD, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
  const compared = sets.filter(set => !Object.hasOwn(READ_OTHERWISE, set));
  for (const set of compared) {
    const ours = connectionsOf(readSources([join(REALWORLD, set)], true).flatMap(({ manifests }) => manifests), 'network').edges.map(textEdge).sort();
    expect({ set, edges: ours }).toEqual({ set, edges: theirsOf(binary, join(REALWORLD, set)) });
  }
  console.log([`the same edges in ${compared.join(', ')}`, ...Object.entries(READ_OTHERWISE).map(([set, why]) => `not compared: ${set}, for ${why}`)].join('\n'));
  expect(compared.length).toBeGreaterThan(5);
});

const withoutIpv6 = (object: unknown) => JSON.parse(JSON.stringify(object), (_, field) =>
  Array.isArray(field) ? field.filter(each => each?.ipBlock?.cidr?.includes(':') !== true) : field);

test.each<[string, (app: App) => void]>([
  ['online-boutique', app => ENVIRONMENTS.forEach(props => new Shop(app, `online-boutique-${props.environment}`, props))],
  ['online-boutique-plain', app => void new Boutique(app, 'online-boutique')],
])("np-guard's netpol-analyzer finds the same edges in our example %s", (name, make) => {
  const binary = analyzer('our examples');
  if (binary === undefined) {
    return;
  }
  const app = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  make(app);
  // This version of the analyzer reads the beginning of a block of IPv6 as an address of IPv4.
  const text = Yaml.stringify(...app.charts.flatMap(chart => Testing.synth(chart)).map(object => withoutIpv6(object)));
  const directory = mkdtempSync(join(tmpdir(), 'bulwark-netpol-'));
  writeFileSync(join(directory, 'app.yaml'), text);
  const ours = connectionsOf(new Source('app.yaml', text, true).manifests, 'network').edges.map(textEdge).sort();
  expect(ours.length).toBeGreaterThan(20);
  expect({ name, edges: ours }).toEqual({ name, edges: theirsOf(binary, directory) });
});
