import { DeclaredLine, readDeclaration } from './declaration';
import { DECLARED, declares, DECLARING_KINDS } from './declared';
import { ANYWHERE, DeclaredPeer } from './declared-peer';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { addressesOf, AddressRange, isWithin } from '../address-range';
import { ciliumSelector } from '../cilium/labels';
import { Direction } from '../direction';
import { Workload } from '../endpoint';
import { grouped } from '../grouped';
import { End } from '../part';
import { selects } from '../peer-selection';
import { PortSet } from '../port-set';
import { Misshapen } from '../shape';

/** What is declared of one workload, in the directions of which something is. */
export type DeclaredTraffic = { readonly [direction in Direction]?: readonly DeclaredLine[] };

/** A policy with a declaration. */
interface Declaring {
  readonly namespace: string;
  readonly isAbout: (workload: Workload) => boolean;
  readonly lines: DeclaredTraffic;
}

/** How they select the pods that they are about. */
const SELECTORS: { readonly [groupKind in typeof DECLARING_KINDS[number]]: (spec: JsonObject, namespace: string) => Declaring['isAbout'] } = {
  'networking.k8s.io/NetworkPolicy': ({ podSelector }, namespace) => workload => selects({ podSelector }, workload, namespace),
  'cilium.io/CiliumNetworkPolicy': ({ endpointSelector }, namespace) => ciliumSelector(endpointSelector, 'spec.endpointSelector', namespace),
};

/** The declarations among manifests. */
export class Declarations {
  public readonly misshapen: Misshapen[] = [];
  private readonly byNamespace: ReadonlyMap<string, readonly Declaring[]>;

  public constructor(manifests: readonly Manifest[]) {
    this.byNamespace = grouped(manifests.filter(declares).flatMap(manifest => {
      try {
        return [declaringOf(manifest)];
      } catch (error) {
        this.misshapen.push({ manifest, message: (error as Error).message });
        return [];
      }
    }), ({ namespace }) => namespace);
  }

  /** The blocks of addresses that they name. */
  public get blocks(): AddressRange[] {
    return [...this.byNamespace.values()].flat().flatMap(({ lines: { ingress = [], egress = [] } }) => [...ingress, ...egress]).flatMap(({ peer }) => 'cidr' in peer ? [peer.cidr, ...peer.except] : [])
      .map(addressesOf).filter(block => block !== undefined);
  }

  public of(workload: Workload): DeclaredTraffic {
    const own = (this.byNamespace.get(workload.namespace) ?? []).filter(({ isAbout }) => isAbout(workload)).map(({ lines }) => lines);
    const linesOf = (direction: Direction) => {
      const said = own.map(lines => lines[direction]).filter(lines => lines !== undefined);
      return said.length === 0 ? undefined : said.flat();
    };
    return { ingress: linesOf('ingress'), egress: linesOf('egress') };
  }
}

function declaringOf({ groupKind, namespace, object: { metadata, spec } }: Manifest): Declaring {
  const linesOf = (direction: Direction) => {
    const text: unknown = metadata.annotations[DECLARED[direction]];
    return typeof text === 'string' ? readDeclaration(text) : undefined;
  };
  return { namespace, isAbout: SELECTORS[groupKind as keyof typeof SELECTORS](spec ?? {}, namespace), lines: { ingress: linesOf('ingress'), egress: linesOf('egress') } };
}

/**
 * The ports on which a declaration lets through what some requests are, or all.
 *
 * @param end who is on the other side
 * @param workload what is known of it, where it is one
 */
export function declaredWith(lines: readonly DeclaredLine[], end: End, workload: Workload | undefined, requests: string | undefined): PortSet {
  return lines.filter(line => (line.requests === undefined || line.requests === requests) && isMeant(line.peer, end, workload))
    .reduce((all, { connections }) => all.or(connections), PortSet.NONE);
}

function isMeant(peer: DeclaredPeer, end: End, workload: Workload | undefined): boolean {
  if ('workload' in peer) {
    return peer.workload === end;
  }
  if ('name' in peer) {
    return peer.name === ANYWHERE || end === `${peer.name}[External]`;
  }
  if ('cidr' in peer) {
    const within = (cidr: string) => typeof end !== 'string' && isWithin(end, addressesOf(cidr) ?? NOWHERE);
    return within(peer.cidr) && !peer.except.some(within);
  }
  const selection = { namespaceSelector: { matchLabels: peer.namespaceLabels }, podSelector: { matchLabels: peer.podLabels } };
  return workload !== undefined && selects(selection, workload);
}

/** Of IPv6, which is not drawn. */
const NOWHERE: AddressRange = [-1, -1];
