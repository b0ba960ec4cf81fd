import { isIP } from 'node:net';
import * as kplus from 'cdk8s-plus-28';
import { containerFaults } from './container';
import { metadataFaults } from './metadata';
import { DNS_LABEL, DNS_SUBDOMAIN, nameFault } from './names';
import { secondsFault, wholeFault } from './numbers';
import { KubernetesVersion } from '../../model/kubernetes-version';

const LARGEST_GROUP = 2 ** 31 - 1;

/** A look at the pods of a workload: what is wrong, or nothing. */
type Check = (workload: kplus.Workload, kubernetes: KubernetesVersion) => string[];

const CHECKS: readonly Check[] = [
  ({ containers, initContainers }, kubernetes) => [...containers, ...initContainers].flatMap(container => containerFaults(container, kubernetes)),
  ({ containers, initContainers }) => repeated([...containers, ...initContainers].map(({ name }) => name))
    .map(name => `two containers have the name "${name}": give each one of its own`),
  ({ volumes, containers, initContainers }) => {
    const mounted = [...containers, ...initContainers].flatMap(({ mounts }) => mounts.map(({ volume }) => volume));
    return [...new Set([...volumes, ...mounted])].flatMap(({ name }) => nameFault('the volume', name, DNS_LABEL));
  },
  ({ podMetadata, kind }) => metadataFaults('its pods', podMetadata, kind),
  ({ terminationGracePeriod }) => secondsFault('terminationGracePeriod', terminationGracePeriod),
  ({ securityContext: { user, group, fsGroup } }) => Object.entries({ user, group, fsGroup })
    .flatMap(([name, number]) => wholeFault(`securityContext.${name}`, number, 0, LARGEST_GROUP)),
  ({ hostAliases }) => hostAliases.flatMap(({ ip, hostnames }) => [
    ...addressFault('the host alias', ip),
    ...hostnames.flatMap(name => nameFault('the host alias', name, DNS_SUBDOMAIN)),
  ]),
  ({ dns }) => [
    ...nameFault('the hostname', dns.hostname, DNS_LABEL),
    ...nameFault('the subdomain', dns.subdomain, DNS_LABEL),
    ...dns.nameservers.flatMap(address => addressFault('the name server', address)),
  ],
];

/** What is wrong with the pods of a workload. */
export function podFaults(workload: kplus.Workload, kubernetes: KubernetesVersion): string[] {
  return CHECKS.flatMap(check => check(workload, kubernetes));
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function addressFault(what: string, address: string): string[] {
  return isIP(address) === 0 ? [`${what} "${address}" is not an address: give one of IPv4 or IPv6`] : [];
}
