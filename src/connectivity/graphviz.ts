import { Drawing, DrawnEdge, DrawnNode, NodeKind } from './drawing';
import { Encryption } from './edge';

/** How each kind of node looks. */
const SHAPES: { readonly [kind in NodeKind]: string } = {
  workload: 'shape=box, style="rounded,filled", fillcolor="#ffffff", color="#3d4f66"',
  entry: 'shape=hexagon, style=filled, fillcolor="#e3edfa", color="#1c4e91"',
  outside: 'shape=ellipse, style=filled, fillcolor="#eeeeee", color="#555555"',
  tenant: 'shape=box, style="rounded,filled", fillcolor="#ffffff", color="#3d4f66"',
};

/** How an arrow looks: never by its colour alone. */
export const LINES: { readonly [encryption in Encryption]: { readonly color: string; readonly style: string; readonly width: number } } = {
  encrypted: { color: '#1a6b4a', style: 'solid', width: 1.4 },
  plain: { color: '#b3261e', style: 'dashed', width: 1.8 },
  unknown: { color: '#6a6a6a', style: 'dotted', width: 1.4 },
};

const FONT = 'fontname="Helvetica,Arial,sans-serif"';
const LABEL = 11;

/** A drawing in the language of Graphviz: a box a group. */
export function graphvizOf({ nodes, edges }: Drawing): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `node${index}`]));
  const groups = [...new Set(nodes.flatMap(({ group }) => group ?? []))].sort();
  const line = (node: DrawnNode) => `${ids.get(node.id)} [label=${quoted(node.lines)}, ${SHAPES[node.kind]}];`;
  return [
    'digraph connectivity {',
    `  graph [rankdir=LR, nodesep=0.22, ranksep=0.75, pad=0.2, ${FONT}, fontsize=13, bgcolor="#ffffff"];`,
    `  node [${FONT}, fontsize=12, margin="0.26,0.09", height=0.4];`,
    `  edge [${FONT}, fontsize=${LABEL}, arrowsize=0.7];`,
    ...groups.flatMap((group, index) => [
      `  subgraph cluster_${index} {`, `    label=${quoted([group])}; labeljust=l; style="rounded,filled"; fillcolor="#f5f7fa"; color="#b8c2cf"; margin=14;`,
      ...nodes.filter(node => node.group === group).map(node => `    ${line(node)}`), '  }',
    ]),
    ...nodes.filter(({ group }) => group === undefined).map(node => `  ${line(node)}`),
    ...edges.map(edge => `  ${ids.get(edge.source)} -> ${ids.get(edge.destination)} [${styleOf(edge)}];`),
    '}\n',
  ].join('\n');
}

function styleOf({ lines, encryption }: DrawnEdge): string {
  const { color, style, width } = encryption === undefined ? { color: '#333333', style: 'solid', width: 1.2 } : LINES[encryption];
  return `label=${quoted(lines)}, color="${color}", fontcolor="${color}", style=${style}, penwidth=${width}`;
}

/** A backslash is the beginning of an escape in this language, and there is one for a new line. */
function quoted(lines: readonly string[]): string {
  return `"${lines.map(line => line.replace(/["\\]/g, '\\$&')).join('\\n')}"`;
}
