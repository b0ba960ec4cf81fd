import { ciliumSelection, ciliumSelector } from './labels';
import { JsonObject } from '../../inventory/manifest';
import { addressesOf, isWithin } from '../address-range';
import { Peers } from '../direction';
import { Endpoint } from '../endpoint';
import { anyOf } from '../peer-selection';
import { listIn, mappingIn, mappingsIn } from '../shape';

/** The label by which the graph knows what class a gateway is of. */
const GATEWAY_CLASS = 'gateway.networking.k8s.io/gateway-class-name';

/** No workloads are among them. */
const withoutWorkloads = (isPeer: Peers): Peers => Object.assign(isPeer, { selections: [] });

const OUTSIDE = withoutWorkloads(endpoint => 'addresses' in endpoint);
const NOBODY = withoutWorkloads(() => false);

/** Who is meant by a name. Nodes, the API server and health checks are not in the manifests. */
const ENTITIES: { readonly [entity: string]: Peers } = {
  'all': () => true,
  'world': OUTSIDE,
  'world-ipv4': OUTSIDE,
  'cluster': endpoint => 'workload' in endpoint,
  'ingress': endpoint => 'workload' in endpoint && endpoint.workload.id.endsWith('[Gateway]') && endpoint.workload.labels[GATEWAY_CLASS] === 'cilium',
};

/** The fields that say who is on the other side, each with `from` or `to` before it. A rule that has none of them is about everybody. */
const FIELDS = ['Endpoints', 'Entities', 'CIDR', 'CIDRSet', 'FQDNs', 'Services', 'Groups', 'Nodes', 'Requires'];

/** @throws if it has not the shape that it must have */
export function ciliumPeers(rule: JsonObject, side: 'from' | 'to', field: string, own: string | undefined): Peers {
  const at = (name: string) => ({ value: rule[`${side}${name}`], place: `${field}.${side}${name}` });
  if (FIELDS.every(name => at(name).value === undefined)) {
    return () => true;
  }
  const [endpoints, entities, cidrs, sets] = FIELDS.map(at);
  const peers: Peers[] = [
    ...mappingsIn(endpoints.value, endpoints.place).map((selector, index): Peers => {
      const place = `${endpoints.place}[${index}]`;
      const selects = ciliumSelector(selector, place, own);
      const selection = ciliumSelection(selector, place, own);
      return Object.assign((endpoint: Endpoint) => 'workload' in endpoint && selects(endpoint.workload), { selections: selection && [selection] });
    }),
    ...listIn(entities.value, entities.place).map(entity => ENTITIES[String(entity)] ?? NOBODY),
    ...listIn(cidrs.value, cidrs.place).map(cidr => inBlock(cidr, [])),
    ...mappingsIn(sets.value, sets.place).map((set, index) => inBlock(set.cidr, listIn(mappingIn(set, sets.place).except, `${sets.place}[${index}].except`))),
  ];
  return anyOf(peers);
}

function inBlock(cidr: unknown, except: readonly unknown[]): Peers {
  const block = addressesOf(String(cidr).includes('/') ? cidr : `${cidr}/32`);
  const holes = except.map(addressesOf).filter(hole => hole !== undefined);
  return withoutWorkloads(endpoint => 'addresses' in endpoint && block !== undefined && isWithin(endpoint.addresses, block) && !holes.some(hole => isWithin(endpoint.addresses, hole)));
}
