import { IConstruct } from 'constructs';
import { DNS_LABEL } from '../workload/checks/names';

/** The longest name of an implementation's Deployment: its pods carry it as a label. */
const LONGEST = 63;

/**
 * The name of a Gateway: its path below the tenant, `edge` or `site-edge`.
 *
 * @throws if it is no name, or too long for what is called after it and its class
 */
export function gatewayNameOf({ node: { path, id, scopes } }: IConstruct, tenant: IConstruct, className: string): string {
  const name = scopes.slice(scopes.indexOf(tenant) + 1).map(scope => scope.node.id).join('-').toLowerCase();
  if (!DNS_LABEL.fits(name) || name.length + className.length >= LONGEST) {
    throw new Error(`${path}: "${name}" cannot be the name of a Gateway of class ${className}: give the Gateway an id instead of "${id}" with lower-case letters, digits or "-", so that both have at most ${LONGEST - 1} characters together`);
  }
  return name;
}
