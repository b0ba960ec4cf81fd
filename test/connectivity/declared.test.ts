import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { MeshKind } from '../../src';
import { connectionsOf } from '../../src/connectivity/connections';
import { PortSet, Protocol } from '../../src/connectivity/port-set';
import { textEdge } from '../../src/connectivity/written';
import { Source } from '../../src/verify/input';
import { SUPPORTED_MESHES } from '../network/apps';
import { build, FLOWS, key, plans } from '../network/plans';

const EACH = FLOWS.map(flow => ({ flow, ports: PortSet.of(flow.protocol as Protocol, flow.port) }));
const ANY = EACH.reduce((all, { ports }) => all.or(ports), PortSet.NONE);

describe.each(SUPPORTED_MESHES)('in %s', mesh => {
  test('apps made with our constructs have exactly the edges that they declare', () => {
    let count = 0;
    fc.assert(fc.property(plans, plan => {
      const { manifests, pods, expected } = build(mesh, plan);
      const { edges, errors } = connectionsOf(new Source('app.yaml', Yaml.stringify(...manifests), true).manifests, 'effective');
      expect(errors).toEqual([]);
      const ids = pods.map(({ namespace, id }) => `${namespace}/${id.split('/')[1]}[${id.split('/')[0]}]`);
      const inside = edges.filter(({ source, destination }) => ids.includes(source) && ids.includes(destination));
      // Ports that nobody declares are closed.
      expect(inside.filter(({ connections }) => !connections.without(ANY).isEmpty).map(textEdge)).toEqual([]);
      const found = inside.flatMap(({ source, destination, connections }) => EACH.filter(({ ports }) => !connections.and(ports).isEmpty)
        .map(({ flow }) => key(ids.indexOf(source), ids.indexOf(destination), flow)));
      const others = [...expected].filter(each => !/^(\d+)→\1:/.test(each));
      count += others.length;
      expect(found.sort()).toEqual(others.sort());
      // TCP within the mesh is encrypted, and nothing else is.
      const inMesh = (id: string) => mesh !== MeshKind.NONE && !id.startsWith('plain/');
      expect(inside.map(({ source, destination, connections, encryption }) => [connections.and(PortSet.of('TCP')) === connections && inMesh(source) && inMesh(destination), encryption]))
        .toEqual(inside.map(({ encryption }) => [encryption === 'encrypted', encryption]));
    }), { numRuns: 25, seed: 5 });
    expect(count).toBeGreaterThan(40);
  }, 300_000);
});
