import { ROOT_NAMESPACE } from './istio-policy';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { ALL_TCP } from '../permission';
import { PortSet } from '../port-set';
import { mappingIn, selectorIn } from '../shape';

type Mode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

/** A PeerAuthentication of Istio, read. */
export interface PeerAuthentication {
  readonly namespace: string;

  /** Nothing where it is for a namespace, or for the mesh. */
  readonly selector?: JsonObject;
  readonly mode?: Mode;
  readonly ports: readonly { readonly port: number; readonly mode: Mode }[];
}

/** @throws if it has not the shape that it must have */
export function peerAuthentication({ object, namespace }: Manifest): PeerAuthentication {
  const spec = mappingIn(object.spec, 'spec');
  const selector = selectorIn(spec.selector, 'spec.selector');
  const ports = Object.entries(mappingIn(spec.portLevelMtls, 'spec.portLevelMtls')).map(([port, { mode }]) => ({ port: Number(port), mode: modeOf(mode) }));
  return {
    namespace,
    selector: Object.keys(selector.matchLabels ?? {}).length === 0 ? undefined : selector,
    mode: modeOf(mappingIn(spec.mtls, 'spec.mtls').mode),
    ports: ports.filter((each): each is { port: number; mode: Mode } => each.mode !== undefined),
  };
}

/** What is not set is left to what is farther away. */
const modeOf = (mode: unknown): Mode | undefined => mode === 'STRICT' || mode === 'PERMISSIVE' || mode === 'DISABLE' ? mode : undefined;

/** What a workload takes. */
export interface MutualTls {
  /** The ports on which it takes plain text. */
  readonly plain: PortSet;

  /** Those on which it takes nothing else. */
  readonly only: PortSet;
}

/** The nearest that says something counts: of the workload, of its namespace, of the mesh. Where none does, both are taken. */
export function mutualTls(policies: readonly PeerAuthentication[], workload: Workload): MutualTls {
  const ofNamespace = (namespace: string) => policies.find(policy => policy.namespace === namespace && policy.selector === undefined);
  const own = policies.find(({ namespace, selector }) =>
    namespace === workload.namespace && selector !== undefined && matchesLabels(selector, workload.labels));
  const mode = own?.mode ?? ofNamespace(workload.namespace)?.mode ?? ofNamespace(ROOT_NAMESPACE)?.mode ?? 'PERMISSIVE';
  const start = { plain: mode === 'STRICT' ? PortSet.NONE : ALL_TCP, only: mode === 'DISABLE' ? ALL_TCP : PortSet.NONE };
  return (own?.ports ?? []).reduce(({ plain, only }, each) => {
    const port = PortSet.of('TCP', each.port);
    return {
      plain: each.mode === 'STRICT' ? plain.without(port) : plain.or(port),
      only: each.mode === 'DISABLE' ? only.or(port) : only.without(port),
    };
  }, start);
}
