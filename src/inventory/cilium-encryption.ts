import { Manifest } from './manifest';

/** Whether it is the configuration of Cilium, and says that Cilium encrypts what pods say to each other. */
export function ciliumEncrypts({ groupKind, name, object: { data } }: Manifest): boolean {
  return groupKind === 'ConfigMap' && name === 'cilium-config' && [data?.['enable-wireguard'], data?.['enable-ipsec']].includes('true');
}
