const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const RESERVED = /^(default|kube-.*)$/;

/**
 * Refuses what cannot be the namespace of a tenant.
 *
 * @param path of the construct, for the error
 */
export function checkedNamespaceName(path: string, name: string): string {
  if (!DNS_LABEL.test(name)) {
    throw new Error(`${path}: "${name}" is not the name of a namespace: give 1 to 63 lower-case letters, digits or "-", with a letter or digit at both ends`);
  }
  if (RESERVED.test(name)) {
    throw new Error(`${path}: the namespace "${name}" belongs to the cluster: give the tenant one of its own`);
  }
  return name;
}
