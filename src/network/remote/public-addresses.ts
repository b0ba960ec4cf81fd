import { Platform } from '../../model/platform';
import { cidrPeer } from '../cidr-peer';
import { Peer } from '../rule';

/** Addresses that are of nobody on the Internet, as IANA registers them for special purposes: what is behind them is near, or is nothing. */
const NOT_PUBLIC = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/4', '240.0.0.0/4',
  '::/127', '64:ff9b:1::/48', 'fc00::/7', 'fe80::/10', 'ff00::/8',
];

/** Every address but private ones, and those that the platform knows for nodes or for handing out credentials. */
export function publicAddresses({ metadataCidrs, nodeCidrs }: Pick<Platform, 'metadataCidrs' | 'nodeCidrs'>): Peer[] {
  const known = [...metadataCidrs, ...nodeCidrs].filter(cidr => !NOT_PUBLIC.some(block => block === cidr || isWithin(cidr, block)));
  return ['0.0.0.0/0', '::/0'].map(cidr => cidrPeer(cidr, { metadataCidrs: NOT_PUBLIC, nodeCidrs: known }));
}

function isWithin(cidr: string, block: string): boolean {
  return cidrPeer(block, { metadataCidrs: [cidr], nodeCidrs: [] }).ipBlock!.except !== undefined;
}
