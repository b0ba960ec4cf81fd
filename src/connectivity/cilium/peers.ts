import { ciliumSelector } from './labels';
import { JsonObject } from '../../inventory/manifest';
import { addressesOf, isWithin } from '../address-range';
import { Peers } from '../direction';
import { listIn, mappingIn, mappingsIn } from '../shape';

/** Who is meant by a name. Nodes, the API server and health checks are not in the manifests. */
const ENTITIES: { readonly [entity: string]: Peers } = {
  'all': () => true,
  'world': endpoint => 'addresses' in endpoint,
  'world-ipv4': endpoint => 'addresses' in endpoint,
  'cluster': endpoint => 'workload' in endpoint,
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
      const selects = ciliumSelector(selector, `${endpoints.place}[${index}]`, own);
      return endpoint => 'workload' in endpoint && selects(endpoint.workload);
    }),
    ...listIn(entities.value, entities.place).map(entity => ENTITIES[String(entity)] ?? (() => false)),
    ...listIn(cidrs.value, cidrs.place).map(cidr => inBlock(cidr, [])),
    ...mappingsIn(sets.value, sets.place).map((set, index) => inBlock(set.cidr, listIn(mappingIn(set, sets.place).except, `${sets.place}[${index}].except`))),
  ];
  return endpoint => peers.some(isPeer => isPeer(endpoint));
}

function inBlock(cidr: unknown, except: readonly unknown[]): Peers {
  const block = addressesOf(String(cidr).includes('/') ? cidr : `${cidr}/32`);
  const holes = except.map(addressesOf).filter(hole => hole !== undefined);
  return endpoint => 'addresses' in endpoint && block !== undefined && isWithin(endpoint.addresses, block) && !holes.some(hole => isWithin(endpoint.addresses, hole));
}
