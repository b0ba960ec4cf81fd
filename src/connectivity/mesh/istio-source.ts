import { Client } from './client';
import { textMatches } from './text-match';
import { JsonObject } from '../../inventory/manifest';
import { addressesOf, AddressRange, isWithin } from '../address-range';
import { listIn } from '../shape';

/** How a field of a source compares one of its values with a client. */
type Comparison = (value: string, client: Client, namespace: string) => boolean;

/** The trust domain of the mesh is not in the manifests: one that is named is taken to be it. */
const TRUST_DOMAIN = /^[^*/]+\/ns\//;

const comparePrincipal: Comparison = (value, { identity }) => identity !== undefined
  && textMatches(value.replace(TRUST_DOMAIN, 'cluster.local/ns/'), `cluster.local/ns/${identity.namespace}/sa/${identity.serviceAccount}`);
const compareNamespace: Comparison = (value, { identity }) => identity !== undefined && textMatches(value, identity.namespace);
const compareAccount: Comparison = (value, { identity }, namespace) => identity !== undefined
  && (value.includes('/') ? value : `${namespace}/${value}`) === `${identity.namespace}/${identity.serviceAccount}`;
const compareAddress: Comparison = (value, { addresses }) => {
  const block = blockOf(value);
  return addresses !== undefined && block !== undefined && isWithin(addresses, block);
};

/** The fields of a source that are decided from manifests. Each has a twin, as in `notPrincipals`, that must not fit. */
const FIELDS: { readonly [field: string]: Comparison } = {
  principals: comparePrincipal, namespaces: compareNamespace, serviceAccounts: compareAccount, ipBlocks: compareAddress,
};

/** What is known only when somebody asks: it is taken to fit, and said. */
const ASKED: { readonly [field: string]: string } = {
  requestPrincipals: 'with a token', notRequestPrincipals: 'without some tokens', remoteIpBlocks: 'from some addresses', notRemoteIpBlocks: 'not from some addresses',
};

/** Who a rule is about, and what of it only shows when somebody asks. */
export interface ReadSource { readonly isFrom: (client: Client) => boolean; readonly condition?: string }

/** @throws if it has not the shape that it must have */
export function istioSource(source: JsonObject, field: string, namespace: string): ReadSource {
  const tests = Object.entries(FIELDS).flatMap(([name, compare]) => [
    ...testOf(textsIn(source[name], `${field}.${name}`), (values, client) => values.some(value => compare(value, client, namespace))),
    ...testOf(textsIn(source[negated(name)], `${field}.${negated(name)}`), (values, client) => !values.some(value => compare(value, client, namespace))),
  ]);
  const asked = Object.entries(ASKED).filter(([name]) => textsIn(source[name], `${field}.${name}`).length > 0).map(([, words]) => words);
  return { isFrom: client => tests.every(test => test(client)), condition: asked.length === 0 ? undefined : asked.join(' ') };
}

const negated = (field: string) => `not${field[0].toUpperCase()}${field.slice(1)}`;

function testOf(values: readonly string[], test: (values: readonly string[], client: Client) => boolean): ((client: Client) => boolean)[] {
  return values.length === 0 ? [] : [client => test(values, client)];
}

export function textsIn(value: unknown, field: string): readonly string[] {
  return listIn(value, field).map(String);
}

/** A block, or one address. */
export function blockOf(value: string): AddressRange | undefined {
  return addressesOf(value.includes('/') ? value : `${value}/32`);
}
