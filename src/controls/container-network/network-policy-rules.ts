import { CelProgram, compile } from '../../cel/program';
import { objectAt } from '../../inventory/fields';
import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { KubernetesVersion } from '../../model/kubernetes-version';

/** What a NetworkPolicy restricts. */
export type PolicyType = 'Ingress' | 'Egress';

const empty = (selector: string) =>
  `peer.?${selector}.?matchLabels.orValue({}).size() == 0 && peer.?${selector}.?matchExpressions.orValue([]).size() == 0`;
const CLOSED_PEER = `!(peer.?ipBlock.?cidr.orValue('') in ['0.0.0.0/0', '::/0'] && peer.?ipBlock.?except.orValue([]).size() == 0)`
  + ` && !(has(peer.namespaceSelector) && ${empty('namespaceSelector')} && ${empty('podSelector')})`;
const closedRules = (rules: string, peers: string) =>
  `object.?spec.?${rules}.orValue([]).all(rule, rule.?${peers}.orValue([]).size() > 0 && rule.${peers}.all(peer, ${CLOSED_PEER}))`;

/** In CEL: none of a NetworkPolicy's rules is open to everybody. */
export const CLOSED: { readonly [type in PolicyType]: string } = {
  Ingress: closedRules('ingress', 'from'),
  Egress: closedRules('egress', 'to'),
};

const programs = new Map<PolicyType, CelProgram>();
const isolatedBy = new WeakMap<Inventory, Map<string, ReadonlySet<Manifest>>>();

/** The NetworkPolicies of a namespace that restrict a direction, without those that then let everybody through. */
export function isolatingPolicies(inventory: Inventory, namespace: string, type: PolicyType): readonly Manifest[] {
  return inventory.ofKind('networking.k8s.io/NetworkPolicy', namespace).filter(({ object }) => typesOf(object.spec).includes(type) && closed(type, object));
}

/** The workloads of a namespace that some NetworkPolicy isolates in a direction. */
export function isolatedWorkloads(inventory: Inventory, namespace: string, type: PolicyType): ReadonlySet<Manifest> {
  const known = isolatedBy.get(inventory) ?? new Map<string, ReadonlySet<Manifest>>();
  isolatedBy.set(inventory, known);
  const key = `${type}\0${namespace}`;
  const found = known.get(key)
    ?? new Set(isolatingPolicies(inventory, namespace, type).flatMap(({ object }) => inventory.selected(namespace, objectAt(object.spec.podSelector))));
  known.set(key, found);
  return found;
}

/** Whether a NetworkPolicy selects every pod of its namespace. */
export function selectsEveryPod({ object }: Manifest): boolean {
  const { matchLabels, matchExpressions } = objectAt(object.spec.podSelector);
  return Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0;
}

/** Without policyTypes, the API server restricts ingress, and egress where there are rules for it. */
function typesOf(spec: unknown): readonly string[] {
  const { policyTypes, egress } = objectAt(spec);
  return policyTypes ?? (egress?.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']);
}

function closed(type: PolicyType, object: Manifest['object']): boolean {
  const program = programs.get(type) ?? compile(CLOSED[type], { variables: ['object'], kubernetes: KubernetesVersion.OLDEST.toString() });
  programs.set(type, program);
  return program.evaluate({ object }) === true;
}
