/** A direction of traffic, as `policyTypes` writes it. */
export type Direction = 'Ingress' | 'Egress';

/** Rules and peers of each direction. */
const FIELDS: { readonly [direction in Direction]: { readonly rules: string; readonly peers: string } } = {
  Ingress: { rules: 'ingress', peers: 'from' },
  Egress: { rules: 'egress', peers: 'to' },
};

/** A peer that is everybody: all addresses, or all pods of all namespaces. */
const EVERYBODY = '(peer.?ipBlock.?cidr.orValue("") in ["0.0.0.0/0", "::/0"] && size(peer.?ipBlock.?except.orValue([])) == 0)'
  + ' || (has(peer.namespaceSelector) && size(peer.namespaceSelector) == 0 && size(peer.?podSelector.orValue({})) == 0)';

/**
 * In CEL, over the NetworkPolicy `object`: whether it has a rule that lets everybody through on every port in a direction. Such a policy isolates
 * nothing. A policy without policyTypes is for Ingress, and for Egress if it has a rule for it.
 */
export function allowsAll(direction: Direction): string {
  const { rules, peers } = FIELDS[direction];
  return `(size(object.?spec.?policyTypes.orValue([])) == 0 || "${direction}" in object.spec.policyTypes)`
    + ` && object.?spec.?${rules}.orValue([]).exists(rule, size(rule.?ports.orValue([])) == 0`
    + ` && (size(rule.?${peers}.orValue([])) == 0 || rule.${peers}.exists(peer, ${EVERYBODY})))`;
}
