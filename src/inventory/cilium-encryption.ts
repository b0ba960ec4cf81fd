import { Manifest } from './manifest';

/** What the configuration of Cilium is called. */
export const CILIUM_CONFIG = 'cilium-config';

/** Whether it is the configuration of Cilium, and says that Cilium encrypts what pods say to each other. */
export function ciliumEncrypts({ groupKind, name, object: { data } }: Manifest): boolean {
  return groupKind === 'ConfigMap' && name === CILIUM_CONFIG && [data?.['enable-wireguard'], data?.['enable-ipsec']].includes('true');
}
