import { AddressRange } from '../address-range';

/** Whom a mesh sees at the other end of a connection. */
export interface Client {
  /** The service account that it proves to run as; nothing where it proves nothing. */
  readonly identity?: Identity;

  /** Where it is, if that is outside of the cluster. */
  readonly addresses?: AddressRange;
}

/** A service account, which is what a pod is to every mesh. */
export interface Identity { readonly namespace: string; readonly serviceAccount: string }

/** The same text for clients that a mesh cannot tell apart. */
export function clientKey({ identity, addresses }: Client): string {
  return identity === undefined ? addresses?.join('-') ?? '' : `${identity.namespace}/${identity.serviceAccount}`;
}
