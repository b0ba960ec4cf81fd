import { spawnSync } from 'node:child_process';
import { Source } from '../verify/input';

/** What stands in a cluster, and what could not be listed. */
export interface ClusterState {
  readonly sources: readonly Source[];
  readonly notices: readonly string[];
}

/** What changes by itself, and no control asks about. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'events', 'events.events.k8s.io', 'endpoints', 'endpointslices.discovery.k8s.io', 'componentstatuses', 'bindings', 'leases.coordination.k8s.io',
  'controllerrevisions.apps', 'csinodes.storage.k8s.io', 'ipaddresses.networking.k8s.io',
]);
const MEASURED = '.metrics.k8s.io';
const AT_ONCE = 500;
/** A kubectl takes a quarter of a second to start, and a cluster may serve hundreds of kinds. */
const KINDS_AT_ONCE = 20;
const LARGEST_ANSWER = 2 ** 30;

/** Names and keys of Secrets, as the List that kubectl would write: what is secret is left with kubectl. */
const SECRETS = '{"apiVersion":"v1","kind":"List","items":[{{range $i, $s := .items}}{{if $i}},{{end}}{"apiVersion":"v1","kind":"Secret",'
  + '"metadata":{"name":"{{$s.metadata.name}}","namespace":"{{$s.metadata.namespace}}"},"type":"{{$s.type}}",'
  + '"data":{ {{$first := true}}{{range $k, $v := $s.data}}{{if not $first}},{{end}}{{$first = false}}"{{$k}}":""{{end}} }}{{end}}]}';

/**
 * Reads everything that a cluster lets its caller list, with kubectl, which knows how to log in. Nothing is written. What a controller made of another object
 * is read, and not judged: its owner is.
 *
 * @throws if there is no kubectl, or no cluster
 */
export function readCluster(context?: string, readSome: (done: number, all: number) => void = () => {}): ClusterState {
  const kubectl = (...args: string[]) => spawnSync('kubectl', [...context === undefined ? [] : ['--context', context], ...args], { encoding: 'utf8', maxBuffer: LARGEST_ANSWER });
  const { error, status, stdout, stderr } = kubectl('api-resources', '--verbs=list', '--no-headers');
  if (error !== undefined) {
    throw new Error('there is no kubectl, by which a cluster is read: install it, or write the objects to files');
  }
  if (status !== 0 && stdout === '') {
    throw new Error(`kubectl cannot list what the cluster serves: ${lastLine(stderr)}`);
  }
  const kinds = stdout.split('\n').filter(line => line.trim() !== '').map(kindOf).filter(({ name }) => !LEFT_OUT.has(name) && !name.endsWith(MEASURED));
  const get = (names: string, ...form: string[]) => kubectl('get', names, '--all-namespaces', `--chunk-size=${AT_ONCE}`, '-o', ...form);
  const sources: Source[] = [];
  const notices: string[] = [];
  const readOne = ({ name }: ServedKind) => {
    const answer = get(name, name === 'secrets' ? `go-template=${SECRETS}` : 'json');
    if (answer.status === 0) {
      sources.push(...sourcesOf(`cluster/${name}`, JSON.parse(answer.stdout).items));
    } else {
      notices.push(`${name} are not in this report: ${lastLine(answer.stderr)}`);
    }
  };
  const readTogether = (some: readonly ServedKind[]) => {
    const answer = get(some.map(({ name }) => name).join(','), 'json');
    const items: readonly any[] = answer.status === 0 ? JSON.parse(answer.stdout).items : [];
    const of = (kind: ServedKind) => items.filter(item => item.apiVersion === kind.apiVersion && item.kind === kind.kind);
    const lists = some.map(of);
    // One of them is kept from the caller, there is too much, or something has a version that was not asked for: each is asked for alone.
    if (answer.status !== 0 || lists.flat().length < items.length) {
      some.forEach(readOne);
    } else {
      some.forEach(({ name }, index) => sources.push(...sourcesOf(`cluster/${name}`, lists[index])));
    }
  };
  const [secrets, others] = [true, false].map(secret => kinds.filter(({ name }) => (name === 'secrets') === secret));
  secrets.forEach(readOne);
  for (let start = 0; start < others.length; start += KINDS_AT_ONCE) {
    readSome(start, kinds.length);
    readTogether(others.slice(start, start + KINDS_AT_ONCE));
  }
  return { sources, notices };
}

/** A kind as `kubectl api-resources` writes it: its name (with the group, as kubectl takes it), short names if it has some, version, scope, and kind. */
interface ServedKind {
  readonly name: string;
  readonly apiVersion: string;
  readonly kind: string;
}

function kindOf(line: string): ServedKind {
  const cells = line.trim().split(/\s+/);
  const [apiVersion, , kind] = cells.slice(-3);
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return { name: `${cells[0]}${group}`, apiVersion, kind };
}

/** Those that stand for themselves, and those that a controller made. */
function sourcesOf(file: string, items: readonly any[]): Source[] {
  const isOwned = ({ metadata }: any) => metadata?.ownerReferences?.some(({ controller }: any) => controller === true) === true;
  return [false, true].flatMap(owned => {
    const own = items.filter(item => isOwned(item) === owned);
    return own.length === 0 ? [] : [new Source(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: own }), !owned)];
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').pop() ?? '';
}
