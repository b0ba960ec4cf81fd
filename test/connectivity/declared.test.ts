import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { MeshKind } from '../../src';
import { connectionsOf } from '../../src/connectivity/connections';
import { DECLARED } from '../../src/connectivity/declaration/declared';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { Edge } from '../../src/connectivity/edge';
import { PortSet, Protocol } from '../../src/connectivity/port-set';
import { textEdge } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';
import { SUPPORTED_MESHES } from '../network/apps';
import { build, FLOWS, flowsIn, key, matches, plans } from '../network/plans';

/** What Cilium has in its own namespace where it is installed to encrypt. The mesh is nothing but its policies and this. */
const ENCRYPTING = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace: 'kube-system' }, data: { 'enable-wireguard': 'true' } };

const EACH = FLOWS.map(flow => ({ flow, ports: PortSet.of(flow.protocol as Protocol, flow.port) }));
const ANY = EACH.reduce((all, { ports }) => all.or(ports), PortSet.NONE);

/** A policy that declares nothing any more. */
function undeclared(manifest: any) {
  const annotations = manifest.metadata.annotations ?? {};
  return DECLARED.ingress in annotations ? { ...manifest, metadata: { ...manifest.metadata, annotations: { ...annotations, [DECLARED.ingress]: 'nobody' } } } : manifest;
}

describe.each(SUPPORTED_MESHES)('in %s', mesh => {
  test('apps made with our constructs have exactly the edges that they declare', () => {
    let count = 0;
    let limited = 0;
    fc.assert(fc.property(plans, plan => {
      const { manifests, pods, expected } = build(mesh, plan);
      const all = [...manifests, ...mesh === MeshKind.CILIUM ? [ENCRYPTING] : []];
      const read = new Source('app.yaml', Yaml.stringify(...all), true).manifests;
      const { edges, errors } = connectionsOf(read, 'effective');
      expect(errors).toEqual([]);
      const ids = pods.map(({ namespace, id }) => `${namespace}/${id.split('/')[1]}[${id.split('/')[0]}]`);
      const inside = edges.filter(({ source, destination }) => ids.includes(source) && ids.includes(destination));
      // Ports that nobody declares are closed.
      expect(inside.filter(({ connections }) => !connections.without(ANY).isEmpty).map(textEdge)).toEqual([]);
      const found = new Set(inside.flatMap(({ source, destination, connections, requests }) => flowsIn(mesh)
        .filter(flow => !connections.and(PortSet.of(flow.protocol as Protocol, flow.port)).isEmpty && matches(requests, flow))
        .map(flow => key(ids.indexOf(source), ids.indexOf(destination), flow))));
      limited += inside.filter(({ requests }) => requests !== undefined).length;
      const others = [...expected].filter(each => !/^(\d+)→\1:/.test(each));
      count += others.length;
      expect([...found].sort()).toEqual(others.sort());
      // TCP within the mesh is encrypted, and nothing else is; but Cilium encrypts everything between pods, and asks for proof in the mesh.
      const inMesh = ({ source, destination }: Edge) => mesh !== MeshKind.NONE && ![source, destination].some(id => id.startsWith('plain/'));
      const isEncrypted = (edge: Edge) => mesh === MeshKind.CILIUM || edge.connections.and(PortSet.of('TCP')) === edge.connections && inMesh(edge);
      expect(inside.map(({ encryption, authenticated = false }) => [encryption === 'encrypted', authenticated]))
        .toEqual(inside.map(edge => [isEncrypted(edge), mesh === MeshKind.CILIUM && inMesh(edge)]));
      // What they write of it on their policies says the same, and where they wrote nothing, all of it departs from that.
      expect(departuresOf(read)).toMatchObject({ departures: [], misshapen: [] });
      const silent = Yaml.stringify(...all.map(manifest => undeclared(manifest)));
      expect(departuresOf(new Source('app.yaml', silent, true).manifests).departures.filter(({ direction }) => direction === 'ingress').map(({ edge }) => textEdge(edge)).sort())
        .toEqual(inside.map(textEdge).sort());
    }), { numRuns: 25, seed: 5 });
    expect(count).toBeGreaterThan(40);
    expect(limited > 10).toBe(flowsIn(mesh) !== FLOWS);
  }, 300_000);
});
