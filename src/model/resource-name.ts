/** Kinds whose plural is not what a person would guess. */
const IRREGULAR: { readonly [kind: string]: string } = { Endpoints: 'endpoints' };

/** The resource of a kind: its plural, as Kubernetes guesses it. `Ingress` gives `ingresses`, `NetworkPolicy` gives `networkpolicies`. */
export function resourceNameOf(kind: string): string {
  const singular = kind.toLowerCase();
  return Object.prototype.hasOwnProperty.call(IRREGULAR, kind) ? IRREGULAR[kind]
    : /(s|x|ch|sh)$/.test(singular) ? `${singular}es` : /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}
