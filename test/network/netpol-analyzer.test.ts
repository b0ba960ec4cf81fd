import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { MeshKind } from '../../src';
import { analyzer } from './netpol-analyzer/binary';
import { build, FLOWS, key, plans } from './plans';

/** `TCP 80,443 UDP 53` and ranges such as `80-90`, as the flows that are tried. */
function flowsOf(connections: string) {
  const ranges = [...connections.matchAll(/(TCP|UDP|SCTP) ([\d,-]+)/g)].flatMap(([, protocol, list]) =>
    list.split(',').map(range => ({ protocol, from: Number(range.split('-')[0]), to: Number(range.split('-').pop()) })));
  return connections === 'All Connections' ? FLOWS
    : FLOWS.filter(({ port, protocol }) => ranges.some(range => range.protocol === protocol && range.from <= port && port <= range.to));
}

test("np-guard's netpol-analyzer finds the same connections", () => {
  const binary = analyzer('random tenants');
  if (binary === undefined) {
    return;
  }
  let edges = 0;
  for (const plan of fc.sample(plans, { numRuns: 40, seed: 4 })) {
    const { manifests, pods, expected } = build(MeshKind.NONE, plan);
    const directory = mkdtempSync(join(tmpdir(), 'bulwark-netpol-'));
    // What is not in the input has no labels to the analyzer, and a Service of nobody is an error to it.
    writeFileSync(join(directory, 'app.yaml'), Yaml.stringify(...manifests.filter(({ kind }) => kind !== 'Service')));
    const answer = execFileSync(binary, ['list', '--quiet', '--output', 'json', '--dirpath', directory], { encoding: 'utf8' }).trim();
    const index = new Map(pods.map(({ namespace, id }, number) => [`${namespace}/${id.split('/')[1]}[${id.split('/')[0]}]`, number]));
    const numberOf = (peer: string) => {
      const number = index.get(peer);
      if (number === undefined) {
        throw new Error(`${peer} is no workload of the plan`);
      }
      return number;
    };
    const found = (JSON.parse(answer === '' ? '[]' : answer) as { src: string; dst: string; conn: string }[])
      .flatMap(({ src, dst, conn }) => flowsOf(conn).map(flow => key(numberOf(src), numberOf(dst), flow)));
    // It does not report what a workload says to itself.
    const others = [...expected].filter(each => !/^(\d+)→\1:/.test(each));
    edges += others.length;
    expect(found.sort()).toEqual(others.sort());
  }
  expect(edges).toBeGreaterThan(100);
}, 900_000);
