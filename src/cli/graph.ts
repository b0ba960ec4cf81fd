import { progressOn } from './terminal';
import { connectionsOf, Edge } from '../connectivity/connections';
import { Misshapen } from '../connectivity/shape';
import { dotEdges, jsonEdges, mermaidEdges, textEdges } from '../connectivity/written';
import { readSources } from '../verify/files';
import { Source } from '../verify/input';

/** What `bulwark graph` was asked for. */
export interface GraphArguments { readonly format: string }

const FORMATS: { readonly [format: string]: (edges: readonly Edge[]) => string } = {
  text: textEdges,
  json: jsonEdges,
  mermaid: mermaidEdges,
  dot: dotEdges,
};

/**
 * Writes who can reach whom, and returns the exit code: 0 all was read, 2 something could not be read, whatever is drawn besides.
 *
 * @throws if there is no workload
 */
export function graph(paths: readonly string[], { format }: GraphArguments, print: (text: string) => void, warn: (text: string) => void): number {
  const progress = progressOn(process.stderr);
  const sources = readSources(paths, true, [], (done, all) => progress.tell('files read:', done, all));
  progress.end();
  const manifests = sources.flatMap(source => source.manifests);
  const { edges, errors: misshapen } = connectionsOf(manifests);
  const errors = [...sources.flatMap(source => source.errors), ...misshapen.map(each => errorOf(each, sources))];
  errors.forEach(({ file, line, message }) => warn(`bulwark: ${file}:${line ?? 1}: ${message}\n`));
  if (!manifests.some(({ pod }) => pod !== undefined)) {
    throw new Error(`${paths.join(', ')}: there is no workload to draw`);
  }
  print(FORMATS[format](edges));
  return errors.length > 0 ? 2 : 0;
}

/** What cannot be read of a policy, with its place. */
function errorOf({ manifest: { origin: { file, document, prefix = [] }, kind, name }, message }: Misshapen, sources: readonly Source[]) {
  const { line } = sources.find(source => source.file === file)!.position(document!, [...prefix, 'spec']);
  return { file, line, message: `${kind}/${name}: ${message}` };
}
