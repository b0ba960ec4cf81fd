const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^(\\*\\.)?(${LABEL}\\.)*${LABEL}$`);
const LONGEST = 253;

/**
 * Refuses what is no host as the Gateway API has it: a name (RFC 1123), or `*.` and a name.
 *
 * @throws if it is anything else, an address too
 */
export function checkedHost(path: string, host: string): string {
  if (!NAME.test(host) || host.length > LONGEST || /^[\d.]+$/.test(host)) {
    throw new Error(`${path}: "${host}" is not a host: give a name such as shop.example.com, in lower case, without a port, or *.example.com for all that end so`);
  }
  return host;
}

/** Whether a request for the one host is one for the other too. `*.example.com` is every name below, and not `example.com`. */
export function covers(host: string, other: string): boolean {
  return host === other || host.startsWith('*.') && other.endsWith(host.slice(1));
}

/** A host as a part of a name of an object: `*.example.com` gives `wildcard-example-com`. */
export function hostAsName(host: string): string {
  return host.replace('*', 'wildcard').replace(/\./g, '-');
}
