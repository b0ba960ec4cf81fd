import * as fc from 'fast-check';
import { SUPPORTED_MESHES } from './apps';
import { build, FLOWS, flowsIn, key, plans, SYSTEM } from './plans';
import { MeshKind } from '../../src';

describe.each(SUPPORTED_MESHES)('in %s', mesh => {
  test('pods reach each other where it is declared, and nowhere else', () => {
    let edges = 0;
    fc.assert(fc.property(plans, plan => {
      const { cluster, pods, expected } = build(mesh, plan);
      const reached = pods.flatMap((client, from) => pods.flatMap((server, to) =>
        [...flowsIn(mesh), { port: 15008, protocol: 'TCP' }, { port: 4143, protocol: 'TCP' }].filter(flow => cluster.reaches(client, server, flow)).map(flow => key(from, to, flow))));
      edges += reached.length;
      if (mesh === MeshKind.NONE) {
        for (const half of ['Egress', 'Ingress'] as const) {
          const open = pods.flatMap((client, from) => pods.flatMap((server, to) =>
            FLOWS.filter(flow => cluster.halfLets(half, client, server, flow)).map(flow => key(from, to, flow))));
          expect(open.sort()).toEqual([...expected].sort());
        }
      }
      expect(reached.sort()).toEqual([...expected].sort());
      if (mesh === MeshKind.CILIUM) {
        const authenticated = pods.flatMap((client, from) => pods.flatMap((server, to) =>
          flowsIn(mesh).filter(flow => cluster.authenticates(client, server, flow)).map(flow => key(from, to, flow))));
        const inMesh = [...expected].filter(edge => edge.split(/[→:]/).slice(0, 2).every(index => pods[Number(index)].namespace !== 'plain'));
        expect(authenticated.sort()).toEqual(inMesh.sort());
      }
    }), { numRuns: 100 });
    // A generator that allows nothing would prove nothing.
    expect(edges).toBeGreaterThan(100);
  }, 300_000);

  test('pods reach name servers, and nobody who looks like one', () => {
    fc.assert(fc.property(plans, plan => {
      const { cluster, pods } = build(mesh, plan);
      for (const pod of pods) {
        const reached = SYSTEM.flatMap(server => [...FLOWS, { port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }]
          .filter(flow => cluster.reaches(pod, server, flow)).map(({ port, protocol }) => `${server.id}:${port}/${protocol}`));
        expect(reached).toEqual(['dns:53/UDP', 'dns:53/TCP']);
        expect(SYSTEM.some(client => FLOWS.some(flow => cluster.reaches(client, pod, flow)))).toBe(false);
      }
    }), { numRuns: 20 });
  }, 300_000);
});
