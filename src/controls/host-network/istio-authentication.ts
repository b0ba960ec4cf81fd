import { Inventory } from '../../inventory/inventory';
import { JsonObject } from '../../inventory/manifest';

/** What stands here is for the whole mesh. */
const ROOT_NAMESPACE = 'istio-system';

/** What people send: to hosts, and beginnings of paths. */
export interface Request {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
}

/** A gateway as policies find it: by its name in the Gateway API, or by labels of its pods. */
export interface GatewayOfIstio {
  readonly namespace: string;
  readonly gateway?: string;
  readonly labels: { readonly [label: string]: string };
}

/** Whether policies of Istio let requests through a gateway from those alone who say who they are. */
export function authenticatesInIstio(gateway: GatewayOfIstio, request: Request, inventory: Inventory): boolean {
  const policies = [...new Set([gateway.namespace, ROOT_NAMESPACE])].flatMap(namespace => inventory.ofKind('security.istio.io/AuthorizationPolicy', namespace))
    .map(({ object: { spec = {} } }) => spec as JsonObject).filter(spec => isAbout(spec, gateway));
  const rulesOf = (action: string) => policies.filter(spec => (spec.action ?? 'ALLOW') === action).flatMap(({ rules = [] }) => rules as readonly JsonObject[])
    .filter(rule => concerns(rule, request));
  return rulesOf('CUSTOM').length > 0 || rulesOf('DENY').some(refusesStrangers)
    || policies.some(({ action = 'ALLOW' }) => action === 'ALLOW') && rulesOf('ALLOW').every(asksWho);
}

function isAbout({ targetRef, targetRefs = [], selector }: JsonObject, { gateway, labels }: GatewayOfIstio): boolean {
  const targets: readonly JsonObject[] = targetRef === undefined ? targetRefs : [targetRef];
  return targets.length > 0 ? targets.some(({ kind, name }) => kind === 'Gateway' && name === gateway)
    : Object.entries(selector?.matchLabels ?? {}).every(([label, value]) => labels[label] === value);
}

/** Whether a rule is about a request. One that is for the port of plain HTTP alone is not: nothing but a redirection is there. */
function concerns({ to = [{}], when = [] }: JsonObject, { hosts, paths }: Request): boolean {
  const redirected = when.some(({ key, values = [] }: JsonObject) => key === 'destination.port' && values.length > 0 && values.every((port: string) => port === '80'));
  return !redirected && to.some(({ operation: { hosts: of, notHosts, paths: at, notPaths } = {} }: JsonObject) =>
    hosts.some(host => fits(of, host) && !isOneOf(notHosts, host)) && paths.some(path => fits(at, path) && !isOneOf(notPaths, path)));
}

/** Whether a field of a rule, which is about everything where it is left out, is about all that a host or the beginning of a path stands for. */
function fits(patterns: readonly string[] | undefined, value: string): boolean {
  return patterns === undefined || patterns.length === 0 || value === '*' || isOneOf(patterns, value);
}

/** Patterns have a `*` at one end, or none. */
function isOneOf(patterns: readonly string[] | undefined, value: string): boolean {
  return (patterns ?? []).some(pattern => pattern === value || pattern.endsWith('*') && `${value}/`.startsWith(pattern.slice(0, -1))
    || pattern.startsWith('*') && value.endsWith(pattern.slice(1)));
}

function asksWho({ from = [], when = [] }: JsonObject): boolean {
  const bearer = (source: JsonObject) => [...source?.requestPrincipals ?? [], ...source?.principals ?? []].length > 0;
  return from.length > 0 && from.every(({ source }: JsonObject) => bearer(source))
    || when.some(({ key, values = [] }: JsonObject) => String(key).startsWith('request.auth.') && values.length > 0);
}

function refusesStrangers({ from = [] }: JsonObject): boolean {
  return from.some(({ source }: JsonObject) => (source?.notRequestPrincipals ?? []).includes('*'));
}
