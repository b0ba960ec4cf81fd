import { DeclaredPeer, readPeer, writtenPeer } from './declared-peer';
import { PortSet } from '../port-set';

/** Whom, on which ports, and with which requests: all of them where there is nothing. */
export interface DeclaredLine {
  readonly peer: DeclaredPeer;
  readonly connections: PortSet;
  readonly requests?: string;
}

/** What is written where there is no line, so that it is seen that nobody is meant. */
const NOBODY = 'nobody';

const LINE = /^(.+?) : ([A-Z][^(]*?)(?: \((.+)\))?$/;

/** The lines in an order that does not depend on theirs, each once: `shop/web[Deployment] : TCP 8080 (GET /api/*)`. */
export function writtenDeclaration(lines: readonly DeclaredLine[]): string {
  const written = lines.filter(({ connections }) => !connections.isEmpty)
    .map(({ peer, connections, requests }) => `${writtenPeer(peer)} : ${connections}${requests === undefined ? '' : ` (${requests})`}`);
  return written.length === 0 ? NOBODY : [...new Set(written)].sort().join('\n');
}

/** @throws if a line is none */
export function readDeclaration(text: string): DeclaredLine[] {
  return text.split('\n').map(line => line.trim()).filter(line => line !== '' && line !== NOBODY).map(line => {
    const [, peer, connections, requests] = LINE.exec(line) ?? [];
    if (peer === undefined) {
      throw new Error(`"${line}" does not say on which ports: write it as shop/web[Deployment] : TCP 8080`);
    }
    return { peer: readPeer(peer), connections: PortSet.read(connections), requests };
  });
}
