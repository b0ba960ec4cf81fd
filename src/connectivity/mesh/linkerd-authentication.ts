import { Client } from './client';
import { textMatches } from './text-match';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { addressesOf, isWithin } from '../address-range';
import { mappingIn, mappingsIn } from '../shape';
import { blockOf, textsIn } from './istio-source';

/** Whether a client is one of those that an object of Linkerd authenticates. */
export type Authentication = (client: Client) => boolean;

/** The kinds that authenticate, and how each is read. A service account may be named without an object. */
export const AUTHENTICATIONS: { readonly [groupKind: string]: (manifest: Manifest) => Authentication } = {
  'policy.linkerd.io/MeshTLSAuthentication': meshTls,
  'policy.linkerd.io/NetworkAuthentication': networks,
};

/** By the names of identities, or by service accounts and namespaces. */
function meshTls({ object, namespace }: Manifest): Authentication {
  const spec = mappingIn(object.spec, 'spec');
  const names = textsIn(spec.identities, 'spec.identities');
  const references = mappingsIn(spec.identityRefs, 'spec.identityRefs').map(reference => ofReference(reference, namespace));
  return client => client.identity !== undefined
    && (names.some(name => textMatches(name, identityName(client.identity!))) || references.some(isOne => isOne(client)));
}

/** The domain of the cluster is not in the manifests: a name that has another is taken to have this one. */
function identityName({ namespace, serviceAccount }: NonNullable<Client['identity']>): string {
  return `${serviceAccount}.${namespace}.serviceaccount.identity.linkerd.cluster.local`;
}

/** A service account, or all of a namespace. */
export function ofReference(reference: JsonObject, own: string): Authentication {
  const namespace = reference.kind === 'Namespace' ? reference.name : reference.namespace ?? own;
  return ({ identity }) => identity !== undefined && identity.namespace === namespace
    && (reference.kind === 'Namespace' || reference.kind === 'ServiceAccount' && identity.serviceAccount === reference.name);
}

/** Pods have addresses that nobody knows yet: they are in the block that is everything, and in no other. */
function networks({ object }: Manifest): Authentication {
  const blocks = mappingsIn(mappingIn(object.spec, 'spec').networks, 'spec.networks')
    .map(({ cidr, except }, index) => ({ cidr: String(cidr), block: blockOf(String(cidr)), holes: textsIn(except, `spec.networks[${index}].except`).map(addressesOf) }));
  return ({ addresses }) => addresses === undefined ? blocks.some(({ cidr, holes }) => cidr === '0.0.0.0/0' && holes.length === 0)
    : blocks.some(({ block, holes }) => block !== undefined && isWithin(addresses, block)
      && !holes.some(hole => hole !== undefined && isWithin(addresses, hole)));
}
