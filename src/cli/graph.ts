import { writeWhole } from './output';
import { progressOn } from './terminal';
import { connectionsOf, Connections } from '../connectivity/connections';
import { drawnTenants, drawnWorkloads, MANY } from '../connectivity/drawing';
import { Layer } from '../connectivity/layer';
import { Misshapen } from '../connectivity/shape';
import { svgOf } from '../connectivity/svg';
import { dotEdges, jsonEdges, mermaidEdges, textEdges } from '../connectivity/written';
import { readSources } from '../verify/files';
import { Source } from '../verify/input';
import { printable } from '../verify/report/printable';

/** What `bulwark graph` was asked for. */
export interface GraphArguments {
  readonly format: string;
  readonly layer: Layer;
  readonly context: readonly string[];

  /** By default tenants are drawn in place of their workloads where these are many. */
  readonly collapse?: 'none' | 'tenant';

  /** Standard output by default. */
  readonly output?: string;
}

type Format = (connections: Connections, given: GraphArguments) => string | Promise<string>;

const FORMATS: { readonly [format: string]: Format } = {
  text: ({ edges }) => textEdges(edges),
  json: ({ edges }, { layer }) => jsonEdges(edges, layer),
  mermaid: ({ edges }) => mermaidEdges(edges),
  dot: ({ edges }) => dotEdges(edges),
  svg: ({ edges, workloads }, { collapse = workloads.length > MANY ? 'tenant' : 'none' }) =>
    svgOf(collapse === 'tenant' ? drawnTenants(edges, workloads) : drawnWorkloads(edges, workloads)),
};

/**
 * Writes who can reach whom, and returns the exit code: 0 all was read, 2 something could not be read, whatever is drawn besides.
 *
 * @throws if there is no workload
 */
export async function graph(
  paths: readonly string[], given: GraphArguments, print: (text: string) => void, warn: (text: string) => void,
): Promise<number> {
  const progress = progressOn(process.stderr);
  const sources = readSources(paths, true, [], (done, all) => progress.tell('files read:', done, all));
  progress.end();
  const context = readSources(given.context, false, sources);
  const read = [...sources, ...context];
  const connections = connectionsOf(read.flatMap(source => source.manifests), given.layer);
  const errors = [...read.flatMap(source => source.errors), ...connections.errors.map(each => errorOf(each, read))];
  errors.forEach(({ file, line, message }) => warn(`bulwark: ${printable(`${file}:${line ?? 1}: ${message}`)}\n`));
  if (!sources.some(({ manifests }) => manifests.some(({ pod }) => pod !== undefined))) {
    throw new Error(`${paths.join(', ')}: there is no workload to draw`);
  }
  const text = await FORMATS[given.format](readable(connections), given);
  if (given.output === undefined) {
    print(text);
  } else {
    writeWhole([{ file: given.output, portions: [text] }]);
  }
  return errors.length > 0 ? 2 : 0;
}

/** Names are not ours: they must not steer a terminal. */
function readable({ edges, workloads, errors }: Connections): Connections {
  return {
    errors,
    edges: edges.map(edge => ({
      ...edge, source: printable(edge.source), destination: printable(edge.destination), requests: edge.requests && printable(edge.requests),
    })),
    workloads: workloads.map(workload => ({ ...workload, id: printable(workload.id), namespace: printable(workload.namespace) })),
  };
}

/** What cannot be read of a policy, with its place. */
function errorOf({ manifest: { origin: { file, document, prefix = [] }, kind, name }, message }: Misshapen, sources: readonly Source[]) {
  const { line } = sources.find(source => source.file === file)!.position(document!, [...prefix, 'spec']);
  return { file, line, message: `${kind}/${name}: ${message}` };
}
