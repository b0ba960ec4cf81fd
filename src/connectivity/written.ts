import { Edge, Encryption, Flow } from './edge';
import { Layer } from './layer';

/** In the order in which a person looks them up. */
export function sorted<Each extends Edge>(edges: readonly Each[]): Each[] {
  const key = (edge: Edge) => `${edge.source} ${edge.destination} ${textFlow(edge)}`;
  const keyed = edges.map(edge => ({ edge, key: key(edge) }));
  return keyed.sort((one, other) => one.key < other.key ? -1 : 1).map(({ edge }) => edge);
}

/** A line an edge: `shop/web[Deployment] => shop/cart[Deployment] : TCP 8080`. */
export function textEdges(edges: readonly Edge[]): string {
  return sorted(edges).map(edge => `${textEdge(edge)}\n`).join('');
}

export function textEdge(edge: Edge): string {
  return `${edge.source} => ${edge.destination} : ${textFlow(edge)}`;
}

/** How an edge says whether it can be read on the way. */
export const ENCRYPTION_WORDS: { readonly [encryption in Encryption]: string } = { encrypted: 'encrypted', plain: 'plain text', unknown: 'encryption not known' };

/** As in `TCP 8080 (GET /api/*) [encrypted]`. */
export function textFlow({ connections, requests, encryption, authenticated }: Flow): string {
  const how = [...authenticated ? ['authenticated'] : [], ...encryption === undefined ? [] : [ENCRYPTION_WORDS[encryption]]];
  return `${connections}${requests === undefined ? '' : ` (${requests})`}${how.length === 0 ? '' : ` [${how.join(', ')}]`}`;
}

export function jsonEdges(edges: readonly Edge[], layer: Layer): string {
  return `${JSON.stringify({ schemaVersion: '1', layer, edges: sorted(edges).map(edgeRow) }, null, 2)}\n`;
}

export function edgeRow({ source, destination, connections, requests, encryption, authenticated }: Edge) {
  return { source, destination, connections: String(connections), requests, encryption, authenticated };
}

/** Graphviz' language: a box a namespace. */
export function dotEdges(edges: readonly Edge[]): string {
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return drawn(edges, {
    start: 'digraph connectivity {\n  rankdir=LR;\n  node [shape=box];',
    box: (name, index, nodes) => [`  subgraph cluster_${index} {`, `    label=${quoted(name)};`, ...nodes.map(({ id, label }) => `    ${id} [label=${quoted(label)}];`), '  }'],
    node: ({ id, label }) => `  ${id} [label=${quoted(label)}, shape=ellipse];`,
    edge: (source, destination, label) => `  ${source} -> ${destination} [label=${quoted(label)}];`,
    end: '}\n',
  });
}

/** A picture that platforms draw in Markdown. */
export function mermaidEdges(edges: readonly Edge[]): string {
  const quoted = (text: string) => `"${text.replace(/[#"<>&]/g, sign => `#${sign.charCodeAt(0)};`)}"`;
  return drawn(edges, {
    start: 'flowchart LR',
    box: (name, index, nodes) => [`  subgraph box${index}[${quoted(name)}]`, ...nodes.map(({ id, label }) => `    ${id}[${quoted(label)}]`), '  end'],
    node: ({ id, label }) => `  ${id}([${quoted(label)}])`,
    edge: (source, destination, label) => `  ${source} -->|${quoted(label)}| ${destination}`,
    end: '',
  });
}

interface Node { readonly id: string; readonly label: string }

/** How a language of pictures writes what is in one. */
interface Drawing {
  readonly start: string;
  readonly box: (namespace: string, index: number, nodes: readonly Node[]) => readonly string[];

  /** What is in no namespace. */
  readonly node: (node: Node) => string;
  readonly edge: (source: string, destination: string, label: string) => string;
  readonly end: string;
}

function drawn(edges: readonly Edge[], { start, box, node, edge, end }: Drawing): string {
  const ordered = sorted(edges);
  const names = [...new Set(ordered.flatMap(({ source, destination }) => [source, destination]))].sort();
  const ids = new Map(names.map((name, index) => [name, `node${index}`]));
  const boxOf = (name: string) => name.includes('/') ? name.slice(0, name.indexOf('/')) : undefined;
  const nodeOf = (name: string): Node => ({ id: ids.get(name)!, label: name.slice(name.indexOf('/') + 1) });
  const namespaces = [...new Set(names.flatMap(name => boxOf(name) ?? []))];
  return [
    start,
    ...namespaces.flatMap((namespace, index) => box(namespace, index, names.filter(name => boxOf(name) === namespace).map(nodeOf))),
    ...names.filter(name => boxOf(name) === undefined).map(name => node(nodeOf(name))),
    ...ordered.map(each => edge(ids.get(each.source)!, ids.get(each.destination)!, textFlow(each))),
    end,
  ].join('\n');
}
