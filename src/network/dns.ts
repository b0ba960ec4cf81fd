import { Rule } from './rule';
import { DnsPeer } from '../model/platform-props';

/** Lets pods resolve names, where the platform does it, over UDP and TCP. */
export function dnsRules(dns: readonly DnsPeer[]): Rule[] {
  return dns.map(({ namespaceLabels, podLabels, cidr, port = 53 }) => ({
    peers: [cidr === undefined
      ? { namespaceSelector: { matchLabels: namespaceLabels! }, podSelector: { matchLabels: podLabels! } }
      : { ipBlock: { cidr } }],
    ports: ['UDP', 'TCP'].map(protocol => ({ number: port, protocol })),
  }));
}
