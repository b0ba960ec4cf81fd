import { ciliumSelector } from './labels';
import { ciliumPeers } from './peers';
import { ciliumPorts } from './ports';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Direction, Rule } from '../direction';
import { Workload } from '../endpoint';
import { mappingIn, mappingsIn } from '../shape';

export const CILIUM_OF_NAMESPACE = 'cilium.io/CiliumNetworkPolicy';
export const CILIUM_POLICIES: ReadonlySet<string> = new Set([CILIUM_OF_NAMESPACE, 'cilium.io/CiliumClusterwideNetworkPolicy']);

/** What a policy of Cilium says of a direction. */
export interface CiliumRules {
  readonly isAbout: (workload: Workload) => boolean;

  /** Whether what it does not allow, is denied, unless another policy allows it. */
  readonly isolates: boolean;
  readonly allowed: readonly Rule[];
  readonly denied: readonly Rule[];
}

const SIDES: { readonly [direction in Direction]: 'from' | 'to' } = { ingress: 'from', egress: 'to' };

/**
 * Policies of Cilium for a direction: an object may hold several. Those about nodes are left out, for nodes are not in the manifests.
 *
 * @throws if it has not the shape that it must have
 */
export function ciliumPolicies({ object, groupKind, namespace }: Manifest, direction: Direction): CiliumRules[] {
  const own = groupKind === CILIUM_OF_NAMESPACE ? namespace : undefined;
  const specs = [...object.spec === undefined ? [] : [{ spec: mappingIn(object.spec, 'spec'), field: 'spec' }],
    ...mappingsIn(object.specs, 'specs').map((spec, index) => ({ spec, field: `specs[${index}]` }))];
  return specs.filter(({ spec }) => spec.endpointSelector !== undefined).map(({ spec, field }) => {
    const [allowed, denied] = [direction, `${direction}Deny`].map(name => mappingsIn(spec[name], `${field}.${name}`)
      .flatMap((rule, index) => rulesOf(rule, direction, `${field}.${name}[${index}]`, own)));
    const given = [direction, `${direction}Deny`].some(name => mappingsIn(spec[name], `${field}.${name}`).length > 0);
    return {
      isAbout: ciliumSelector(spec.endpointSelector, `${field}.endpointSelector`, own),
      isolates: given && mappingIn(spec.enableDefaultDeny, `${field}.enableDefaultDeny`)[direction] !== false,
      allowed,
      denied,
    };
  });
}

/** A rule without anything in it isolates, and allows nothing. */
function rulesOf(rule: JsonObject, direction: Direction, field: string, own: string | undefined): Rule[] {
  if (Object.keys(rule).length === 0) {
    return [];
  }
  const peers = ciliumPeers(rule, SIDES[direction], field, own);
  const authenticated = mappingIn(rule.authentication, `${field}.authentication`).mode === 'required';
  return ciliumPorts(rule.toPorts, `${field}.toPorts`).map(part => ({ ...part, peers, authenticated }));
}

/** The blocks of addresses that a policy names. */
export function ciliumBlocks({ object }: Manifest): string[] {
  return [object.spec, ...Array.isArray(object.specs) ? object.specs : []].flatMap((spec: JsonObject | undefined) =>
    ['ingress', 'egress', 'ingressDeny', 'egressDeny'].flatMap(name => mappingsIn(spec?.[name], name)).flatMap(rule => ['from', 'to'].flatMap(side => [
      ...list(rule[`${side}CIDR`]), ...list(rule[`${side}CIDRSet`]).flatMap((set: any) => [set?.cidr, ...list(set?.except)]),
    ]))).map(cidr => String(cidr).includes('/') ? String(cidr) : `${cidr}/32`);
}

const list = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : [];

/** A name outside of the cluster that a policy lets pods reach. Its addresses are not in the manifests. */
export interface OutsideName extends Pick<Rule, 'ports' | 'requests'> { readonly name: string }

/** Names that a policy lets pods reach. */
export function ciliumNames({ object }: Manifest): OutsideName[] {
  return [object.spec, ...Array.isArray(object.specs) ? object.specs : []].flatMap((spec: JsonObject | undefined) =>
    mappingsIn(spec?.egress, 'spec.egress').flatMap((rule, index) => mappingsIn(rule.toFQDNs, `spec.egress[${index}].toFQDNs`)
      .flatMap(({ matchName, matchPattern }) => ciliumPorts(rule.toPorts, `spec.egress[${index}].toPorts`).map(part => ({ ...part, name: matchName ?? matchPattern })))));
}
