import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectionsOf } from '../../src/connectivity/connections';
import { PortSet, Protocol } from '../../src/connectivity/port-set';
import { readSources } from '../../src/verify/files';
import { notRun } from '../not-run';

const CASES = join(__dirname, '../../../shared/cases');

interface Row {
  readonly file: string;
  readonly policy: string;
  readonly src: string;
  readonly dst: string;
  readonly verdict: string;

  /** All of them, as np-guard writes it. */
  readonly conns?: string;

  /** One of them, as a person tried it. */
  readonly port?: number;
  readonly protocol?: Protocol;
}

function rowsOf(set: string): Map<string, Row[]> {
  const file = join(CASES, set, 'expected.jsonl');
  if (!existsSync(file)) {
    notRun(`connectivity as ${set} has it`, 'shared/cases is not here');
    return new Map();
  }
  const rows = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Row).filter(({ policy }) => policy === 'connectivity');
  return rows.reduce((all, row) => all.set(row.file, [...all.get(row.file) ?? [], row]), new Map<string, Row[]>());
}

const edgesIn = (set: string, folder: string) =>
  connectionsOf(readSources([join(CASES, set, folder)], true).flatMap(({ manifests }) => manifests), 'network').edges;

test("np-guard's own answers are given, row by row", () => {
  const wrong: string[] = [];
  let rows = 0;
  for (const [folder, expected] of rowsOf('netpol-np-guard')) {
    const edges = new Map(edgesIn('netpol-np-guard', folder).map(({ source, destination, connections }) => [`${source} => ${destination}`, String(connections)]));
    for (const { src, dst, conns } of expected) {
      rows++;
      const found = edges.get(`${src} => ${dst}`) ?? 'No Connections';
      if (found !== conns) {
        wrong.push(`${folder}: ${src} => ${dst} : ${conns}, not ${found}`);
      }
    }
  }
  console.log(`np-guard: ${rows - wrong.length} of ${rows} rows`);
  expect(wrong).toEqual([]);
});

test('what people saw who tried the recipes for network policies', () => {
  const wrong: string[] = [];
  for (const [folder, expected] of rowsOf('netpol-recipes')) {
    const edges = edgesIn('netpol-recipes', folder);
    for (const { src, dst, port, protocol, verdict } of expected) {
      const one = PortSet.of(protocol!, port);
      const open = edges.some(({ source, destination, connections }) => source.startsWith(`${src}[`)
        && (dst === 'external' ? destination.endsWith('[External]') : destination.startsWith(`${dst}[`)) && !connections.and(one).isEmpty);
      if (open !== (verdict === 'pass')) {
        wrong.push(`${folder}: ${src} => ${dst} : ${protocol} ${port} is ${open ? 'open' : 'closed'}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
