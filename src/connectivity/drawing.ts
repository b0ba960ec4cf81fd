import { AddressRange, writtenRange } from './address-range';
import { Edge, Encryption, Flow } from './edge';
import { Workload } from './endpoint';
import { textFlow } from './written';
import { TENANCY_LABELS } from '../model/tenancy-labels';

/** What a node stands for. */
export type NodeKind = 'workload' | 'entry' | 'outside' | 'tenant';

/** A node of a picture. */
export interface DrawnNode {
  /** Unique in the picture, and never shown. */
  readonly id: string;
  readonly kind: NodeKind;

  /** As in `web`, and below it `Deployment`. */
  readonly lines: readonly string[];

  /** The whole name. */
  readonly title: string;

  /** The tenant, or where there is none, the namespace; nothing outside of the cluster. */
  readonly group?: string;
}

/** All that goes from one node to another. */
export interface DrawnEdge {
  readonly source: string;
  readonly destination: string;
  readonly lines: readonly string[];

  /** Of what is least protected. */
  readonly encryption?: Encryption;

  /** A line an edge that it stands for. */
  readonly title: string;
}

/** What is to be drawn, in an order that does not depend on that of the input. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly summary: string;
}

/** How many workloads are drawn one by one, unless somebody says otherwise: more are not read. */
export const MANY = 40;

/** What least protects comes first. */
const LEAST_PROTECTED: readonly (Encryption | undefined)[] = ['plain', 'unknown', undefined, 'encrypted'];

/** More lines than this at an edge are not read. */
const LINES = 4;

/** The group of every workload, and of every entry by its namespace. */
export function groupsOf(workloads: readonly Workload[]): (id: string) => string {
  const tenants = new Map<string, string>();
  const ofNamespaces = new Map<string, string>();
  for (const { id, namespace, labels, namespaceLabels } of workloads) {
    const tenant = namespaceLabels[TENANCY_LABELS.tenant] ?? labels[TENANCY_LABELS.tenant] ?? namespace;
    tenants.set(id, tenant);
    ofNamespaces.set(namespace, ofNamespaces.get(namespace) ?? tenant);
  }
  return id => tenants.get(id) ?? ofNamespaces.get(namespaceOf(id)) ?? namespaceOf(id);
}

const namespaceOf = (id: string) => id.slice(0, id.indexOf('/'));
const isOutside = (id: string) => id.endsWith('[External]');
const ENTRIES = /\[(Gateway|Ingress|Route|Service)\]$/;

/** A node for each workload, also for those that nobody talks to. */
export function drawnWorkloads(edges: readonly Edge[], workloads: readonly Workload[]): Drawing {
  const groupOf = groupsOf(workloads);
  const names = [...new Set([...workloads.map(({ id }) => id), ...endsOf(edges)])].filter(name => !isOutside(name)).sort();
  const nodes = names.map((name): DrawnNode => {
    const [, own, kind] = /^[^/]*\/?(.*)\[([^\]]*)\]/.exec(name) ?? [undefined, name, ''];
    return { id: name, kind: ENTRIES.test(name) ? 'entry' : 'workload', lines: [own, kind], title: name, group: name.includes('/') ? groupOf(name) : undefined };
  });
  return drawing(edges, nodes, workloads.length, new Set(nodes.map(({ group }) => group)).size);
}

/** A node for each tenant: what its workloads say to each other is counted in it. */
export function drawnTenants(edges: readonly Edge[], workloads: readonly Workload[]): Drawing {
  const groupOf = groupsOf(workloads);
  const counts = new Map<string, number>();
  workloads.forEach(({ id }) => counts.set(groupOf(id), (counts.get(groupOf(id)) ?? 0) + 1));
  const ends = edges.map(edge => ({ ...edge, source: tenantOf(edge.source, groupOf), destination: tenantOf(edge.destination, groupOf) }));
  const between = ends.filter(({ source, destination }) => source !== destination);
  const inside = new Map<string, Flow[]>();
  ends.filter(({ source, destination }) => source === destination).forEach(edge => inside.set(edge.source, [...inside.get(edge.source) ?? [], edge]));
  const names = [...new Set([...counts.keys(), ...endsOf(between)])].filter(name => !isOutside(name)).sort();
  const nodes = names.map((name): DrawnNode => {
    const own = inside.get(name) ?? [];
    const plain = own.filter(({ encryption }) => encryption === 'plain').length;
    return {
      id: name,
      kind: 'tenant',
      lines: [name, numberOf(counts.get(name) ?? 0, 'workload'), `${numberOf(own.length, 'connection')} inside`, ...plain === 0 ? [] : [`${plain} of them plain text`]],
      title: name,
    };
  });
  return drawing(between, nodes, workloads.length, nodes.length, true);
}

const endsOf = (edges: readonly Edge[]) => edges.flatMap(({ source, destination }) => [source, destination]);
const tenantOf = (end: string, groupOf: (id: string) => string) => isOutside(end) ? end : groupOf(end);

function drawing(edges: readonly Edge[], nodes: readonly DrawnNode[], workloads: number, groups: number, counted = false): Drawing {
  const merged = withoutRanges(edges);
  const outside = [...new Set(endsOf(merged))].filter(isOutside).sort();
  const plain = edges.filter(({ encryption }) => encryption === 'plain').length;
  return {
    nodes: [...nodes, ...outside.map((name): DrawnNode => ({ id: name, kind: 'outside', lines: name.replace('[External]', '').split(', '), title: name }))],
    edges: arrows(merged, counted),
    summary: `${numberOf(workloads, 'workload')} in ${numberOf(groups, 'group')}, ${numberOf(edges.length, 'connection')}, ${plain} of them in plain text`,
  };
}

/** One arrow from a node to another, whatever goes there. */
function arrows(edges: readonly Edge[], counted: boolean): DrawnEdge[] {
  const found = new Map<string, Edge[]>();
  edges.forEach(edge => {
    const key = `${edge.source} => ${edge.destination}`;
    const known = found.get(key) ?? [];
    known.push(edge);
    found.set(key, known);
  });
  return [...found.keys()].sort().map((key): DrawnEdge => {
    const own = found.get(key)!;
    const { source, destination } = own[0];
    const texts = [...new Set(own.map(textFlow))].sort();
    const encryption = LEAST_PROTECTED.find(each => own.some(edge => edge.encryption === each));
    return { source, destination, lines: counted ? countedLines(own) : shownLines(own), encryption, title: [key, ...texts].join('\n') };
  });
}

/** Only what is not encrypted says so: the line says the rest. */
function shownLines(flows: readonly Flow[]): string[] {
  const lines = [...new Set(flows.map(flow => textFlow(flow.encryption === 'plain' ? flow : { ...flow, encryption: undefined, authenticated: undefined })))].sort();
  return (lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `and ${lines.length - LINES + 1} more`]).flatMap(broken);
}

/** A long line pulls the picture apart: what narrows a connection further stands below it. */
const broken = (line: string) => line.split(/(?<=;) /);

function countedLines(flows: readonly Flow[]): string[] {
  const plain = flows.filter(({ encryption }) => encryption === 'plain').length;
  return [numberOf(flows.length, 'connection'), ...plain === 0 ? [] : [`${plain === flows.length ? 'all' : plain} plain text`]];
}

/** Ranges of addresses that are treated alike are one node, called by what is easier to read: what they are, or what they leave out. */
function withoutRanges(edges: readonly Edge[]): Edge[] {
  const alike = new Map<string, { readonly edge: Edge; readonly ranges: string[] }>();
  const ofOutside = new Set(edges.filter(edge => endsOf([edge]).some(isOutside)));
  for (const edge of ofOutside) {
    const range = [edge.source, edge.destination].find(isOutside)!;
    const named = [edge.source, edge.destination].map(end => isOutside(end) ? '' : end);
    const key = JSON.stringify([...named, textFlow(edge), isRange(range)]);
    const known = alike.get(key) ?? { edge, ranges: [] };
    known.ranges.push(range);
    alike.set(key, known);
  }
  return [...edges.filter(edge => !ofOutside.has(edge)), ...[...alike.values()].map(({ edge, ranges }) => {
    const name = `${outsideName(ranges)}[External]`;
    return { ...edge, source: isOutside(edge.source) ? name : edge.source, destination: isOutside(edge.destination) ? name : edge.destination };
  })];
}

const RANGE = /^([\d.]+)-([\d.]+)\[External\]$/;
const isRange = (end: string) => RANGE.test(end);

function outsideName(ends: readonly string[]): string {
  if (!ends.every(isRange)) {
    return [...new Set(ends.map(end => end.replace('[External]', '')))].sort().join(', ');
  }
  const ranges = ends.map(end => RANGE.exec(end)!.slice(1).map(numberOfAddress) as [number, number]).sort(([one], [other]) => one - other);
  const holes = gapsIn(ranges);
  return holes.length === 0 ? 'Outside the cluster' : holes.length < ranges.length ? ['Outside the cluster', ...holes.map(hole => `but not ${blockName(hole)}`)].join(', ')
    : ranges.map(blockName).join(', ');
}

function gapsIn(ranges: readonly AddressRange[]): AddressRange[] {
  const starts = [0, ...ranges.map(([, last]) => last + 1)];
  const ends = [...ranges.map(([first]) => first - 1), 2 ** 32 - 1];
  return starts.map((start, index): AddressRange => [start, ends[index]]).filter(([first, last]) => first <= last);
}

const numberOfAddress = (address: string) => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);

/** As a block where it is one. */
function blockName(range: AddressRange): string {
  const size = range[1] - range[0] + 1;
  const bits = Math.log2(size);
  const [first] = writtenRange(range).split('-');
  return Number.isInteger(bits) && range[0] % size === 0 ? bits === 0 ? first : `${first}/${32 - bits}` : writtenRange(range);
}

const numberOf = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
