import * as fc from 'fast-check';
import { container, manifestsOf, newApp, newTenant, SUPPORTED_MESHES } from './apps';
import { Deployment, MeshKind } from '../../src';

const WORKLOADS = 6;

/** A client and a server, by their number. */
type Edge = readonly [client: number, server: number];

const edges = fc.uniqueArray(fc.tuple(fc.nat(WORKLOADS - 1), fc.nat(WORKLOADS - 1)).filter(([client, server]) => client !== server), {
  selector: String, minLength: 1, maxLength: 12,
});

/** What an app with some edges renders, by kind and name. */
function rendered(mesh: MeshKind, declared: readonly Edge[]): Map<string, string> {
  const app = newApp();
  const tenant = newTenant(app, 'shop', mesh);
  const workloads = Array.from({ length: WORKLOADS }, (_, index) => new Deployment(tenant, `w${index}`, { containers: [container(8000 + index)] }));
  declared.forEach(([client, server]) => workloads[client].allowTo(workloads[server]));
  return new Map(manifestsOf(app).map(manifest => [`${manifest.kind} ${manifest.metadata.name}`, JSON.stringify(manifest)]));
}

/** What differs between two renderings: made, changed or gone. */
function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(name => before.get(name) !== after.get(name)).sort();
}

/** Those that one more edge may touch: the policy of each end, and what authorizes clients of the server. */
function concerned(mesh: MeshKind, [client, server]: Edge): string[] {
  const policies = [`NetworkPolicy w${client}`, `NetworkPolicy w${server}`];
  switch (mesh) {
    case MeshKind.NONE: return policies;
    case MeshKind.CILIUM: return policies.map(name => `Cilium${name}`);
    case MeshKind.LINKERD: return [...policies, ...['AuthorizationPolicy', 'MeshTLSAuthentication', 'Server'].map(kind => `${kind} w${server}-${8000 + server}`)];
    default: return [...policies, `AuthorizationPolicy w${server}`];
  }
}

test.each(SUPPORTED_MESHES)('one more edge in %s changes the policies of its two ends, and nothing else', mesh => {
  fc.assert(fc.property(edges, declared => {
    const added = declared[declared.length - 1];
    const before = rendered(mesh, declared.slice(0, -1));
    const after = rendered(mesh, declared);
    const changed = differing(before, after);
    const may = concerned(mesh, added);
    expect(changed.filter(name => !may.includes(name))).toEqual([]);
    expect(changed).toEqual(expect.arrayContaining(may.filter(name => name.includes('NetworkPolicy'))));
    expect([...before.keys()].filter(name => !after.has(name))).toEqual([]);
  }), { numRuns: 15 });
});

test.each(SUPPORTED_MESHES)('in %s there are as many objects as workloads ask for, however many edges there are', mesh => {
  const all = Array.from({ length: WORKLOADS }, (_, client) => Array.from({ length: WORKLOADS }, (__, server): Edge => [client, server])).flat()
    .filter(([client, server]) => client !== server);
  const ring = all.filter(([client, server]) => server === (client + 1) % WORKLOADS);
  expect([...rendered(mesh, all).keys()].sort()).toEqual([...rendered(mesh, ring).keys()].sort());
});
