import { BlockList } from 'node:net';
import { Peer } from './rule';
import { familyOf } from '../model/cidr';
import { Platform } from '../model/platform';

/**
 * A block of addresses as a peer, without the addresses in it that hand out credentials or are nodes (part 4.2). Who names such an address itself
 * is believed, and found by the verifier.
 */
export function cidrPeer(cidr: string, { metadataCidrs, nodeCidrs }: Pick<Platform, 'metadataCidrs' | 'nodeCidrs'>): Peer {
  const except = [...new Set([...metadataCidrs, ...nodeCidrs])].filter(block => strictlyWithin(cidr, block)).sort();
  return { ipBlock: { cidr, ...except.length === 0 ? {} : { except } } };
}

/** The API server accepts no exception that is not a true part of its block. */
function strictlyWithin(outer: string, inner: string): boolean {
  const [address, length] = outer.split('/');
  const [innerAddress, innerLength] = inner.split('/');
  if (familyOf(outer) !== familyOf(inner) || Number(innerLength) <= Number(length)) {
    return false;
  }
  const family = familyOf(outer) === 4 ? 'ipv4' : 'ipv6';
  const block = new BlockList();
  block.addSubnet(address, Number(length), family);
  return block.check(innerAddress, family);
}
