import { AddressRange } from '../address-range';
import { Client, clientKey } from './client';
import { mutualTls, PeerAuthentication, peerAuthentication } from './istio-mutual-tls';
import { admitted, IstioPolicy, istioPolicy, isAboutGateway, isAboutPods, isAboutService, isAboutWaypoints, ROOT_NAMESPACE, ServiceName } from './istio-policy';
import { blockOf } from './istio-source';
import { AUTHENTICATIONS, Authentication } from './linkerd-authentication';
import { admittedByLinkerd, LinkerdAuthorization, linkerdAuthorization, LinkerdRoute, LinkerdServer, linkerdServer } from './linkerd-policy';
import { meshOf } from './membership';
import { matchesOf } from './route-matches';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { MeshKind } from '../../model/mesh-kind';
import { Workload } from '../endpoint';
import { ALL_TCP, Permission } from '../permission';
import { PortSet } from '../port-set';
import { mappingIn, mappingsIn, Misshapen } from '../shape';

/** A workload as a mesh has it. */
export interface Member {
  readonly workload: Workload;
  readonly mesh: MeshKind;

  /** The ports on which it takes plain text from those who are not in the mesh. */
  readonly plain: PortSet;

  /** The ports on which it takes nothing but plain text. */
  readonly onlyPlain: PortSet;

  /** What it lets a client do. */
  readonly admits: (client: Client) => readonly Permission[];
}

const AUTHORIZATION = 'security.istio.io/AuthorizationPolicy';

const EVERYTHING: readonly Permission[] = [{ ports: ALL_TCP }];

/** What no mesh takes hold of. */
export const memberOfNone = (workload: Workload): Member =>
  ({ workload, mesh: MeshKind.NONE, plain: ALL_TCP, onlyPlain: PortSet.NONE, admits: () => EVERYTHING });

/** What the objects of meshes say about workloads. */
export class MeshSet {
  /** The objects that have not the shape that they must have. */
  public readonly misshapen: Misshapen[] = [];

  /** The blocks of addresses that they name. */
  public readonly blocks: readonly AddressRange[];
  private readonly authorizations: ReadonlyMap<string, readonly IstioPolicy[]>;
  private readonly authentications: ReadonlyMap<string, readonly PeerAuthentication[]>;
  private readonly servers: ReadonlyMap<string, readonly LinkerdServer[]>;
  private readonly linkerd: ReadonlyMap<string, readonly LinkerdAuthorization[]>;
  private readonly routes: ReadonlyMap<string, readonly LinkerdRoute[]>;

  public constructor(manifests: readonly Manifest[]) {
    const ofKinds = new Map<string, Manifest[]>();
    manifests.forEach(manifest => {
      const known = ofKinds.get(manifest.groupKind) ?? [];
      known.push(manifest);
      ofKinds.set(manifest.groupKind, known);
    });
    const read = <Read extends { readonly namespace: string }>(groupKinds: readonly string[], readOne: (manifest: Manifest) => Read) =>
      byNamespace(this.read(groupKinds.flatMap(groupKind => ofKinds.get(groupKind) ?? []), readOne).map(({ value }) => value));
    this.authorizations = read([AUTHORIZATION], istioPolicy);
    this.authentications = read(['security.istio.io/PeerAuthentication'], peerAuthentication);
    this.servers = read(['policy.linkerd.io/Server'], linkerdServer);
    this.routes = read(['HTTPRoute', 'GRPCRoute'].flatMap(kind => [`policy.linkerd.io/${kind}`, `gateway.networking.k8s.io/${kind}`]), linkerdRoute);
    const known = new Map<string, Authentication>(Object.entries(AUTHENTICATIONS).flatMap(([groupKind, readOne]) =>
      this.read(ofKinds.get(groupKind) ?? [], readOne).map(({ manifest, value }) => [`${manifest.kind} ${manifest.namespace}/${manifest.name}`, value])));
    const find = ({ kind, name, namespace }: JsonObject, own: string) => known.get(`${kind} ${namespace ?? own}/${name}`);
    this.linkerd = read(['policy.linkerd.io/AuthorizationPolicy'], manifest => linkerdAuthorization(manifest, find));
    this.blocks = [...ofKinds.get(AUTHORIZATION) ?? [], ...ofKinds.get('policy.linkerd.io/NetworkAuthentication') ?? []]
      .flatMap(({ object }) => blocksIn(object.spec)).map(blockOf).filter(block => block !== undefined);
  }

  private read<Read>(manifests: readonly Manifest[], readOne: (manifest: Manifest) => Read): { readonly manifest: Manifest; readonly value: Read }[] {
    return manifests.flatMap(manifest => {
      try {
        return [{ manifest, value: readOne(manifest) }];
      } catch (error) {
        this.misshapen.push({ manifest, message: (error as Error).message });
        return [];
      }
    });
  }

  /** How a workload is in its mesh. */
  public member(workload: Workload): Member {
    const mesh = meshOf(workload);
    if (mesh === MeshKind.NONE) {
      return memberOfNone(workload);
    }
    if (mesh === MeshKind.LINKERD) {
      const of = <Read>(map: ReadonlyMap<string, readonly Read[]>) => map.get(workload.namespace) ?? [];
      const servers = of(this.servers).filter(server => server.isAbout(workload));
      const objects = { servers, authorizations: of(this.linkerd), routes: of(this.routes) };
      return {
        workload, mesh, plain: ALL_TCP, onlyPlain: PortSet.NONE, admits: remembered(client => admittedByLinkerd(objects, workload, client)),
      };
    }
    const policies = near(this.authorizations, workload).filter(policy => isAboutPods(policy, workload));
    const { plain, only } = mutualTls(near(this.authentications, workload), workload);
    return {
      workload,
      mesh,
      plain,
      // The proxy of a node knows no way to refuse mutual TLS.
      onlyPlain: mesh === MeshKind.ISTIO_AMBIENT ? PortSet.NONE : only,
      admits: remembered(client => admitted(policies, client, mesh === MeshKind.ISTIO_SIDECAR)),
    };
  }

  /** The pods of a gateway of Istio: it proves who it is to others, and who comes to it proves nothing. */
  public gateway(workload: Workload): Member {
    const policies = near(this.authorizations, workload).filter(policy => isAboutPods(policy, workload) || isAboutGateway(policy, workload));
    return {
      workload, mesh: MeshKind.ISTIO_SIDECAR, plain: ALL_TCP, onlyPlain: ALL_TCP, admits: remembered(client => admitted(policies, client, true)),
    };
  }

  /**
   * What the pods of a waypoint of Istio let a client do, by those policies alone that are about it, or about the Service that a client asks for.
   *
   * @param service nothing where a client asks for pods themselves
   */
  public atWaypoint(pods: Workload, service?: ServiceName): Member['admits'] {
    const namespaces = new Set([ROOT_NAMESPACE, pods.namespace, ...service === undefined ? [] : [service.namespace]]);
    const policies = [...namespaces].flatMap(namespace => this.authorizations.get(namespace) ?? [])
      .filter(policy => isAboutGateway(policy, pods) || isAboutWaypoints(policy) || service !== undefined && isAboutService(policy, service));
    return remembered(client => admitted(policies, client, true));
  }
}

/** What stands in a workload's namespace, and what is for the whole mesh. */
function near<Read>(map: ReadonlyMap<string, readonly Read[]>, { namespace }: Workload): Read[] {
  return [...new Set([namespace, ROOT_NAMESPACE])].flatMap(each => map.get(each) ?? []);
}

/** The fields that hold blocks of addresses, wherever they stand. */
const OF_BLOCKS: ReadonlySet<string> = new Set(['ipBlocks', 'notIpBlocks', 'cidr', 'except', 'values', 'notValues']);

function blocksIn(value: unknown): string[] {
  return typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([field, inner]) =>
    OF_BLOCKS.has(field) ? [inner].flat().map(String) : blocksIn(inner));
}

function linkerdRoute({ object, namespace, name }: Manifest): LinkerdRoute {
  const spec = mappingIn(object.spec, 'spec');
  const servers = mappingsIn(spec.parentRefs, 'spec.parentRefs').filter(({ kind }) => kind === 'Server').map(parent => parent.name);
  return { namespace, name, servers, matches: servers.length === 0 ? [] : matchesOf(spec) };
}

/** Each client is looked at once, for many pairs of workloads have the same. */
function remembered(admits: Member['admits']): Member['admits'] {
  const known = new Map<string, readonly Permission[]>();
  return client => {
    const key = clientKey(client);
    const found = known.get(key) ?? admits(client);
    known.set(key, found);
    return found;
  };
}

function byNamespace<Read extends { readonly namespace: string }>(all: readonly Read[]): Map<string, Read[]> {
  const found = new Map<string, Read[]>();
  all.forEach(each => {
    const known = found.get(each.namespace) ?? [];
    known.push(each);
    found.set(each.namespace, known);
  });
  return found;
}
