import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';

const INGRESS = 'networking.k8s.io/Ingress';

/** What an Ingress takes: a host and a path, by class of the controller. */
interface Taken { readonly route: string; readonly path: readonly (string | number)[] }

/** Of two Ingresses with one host and path the controller obeys the older, or either: one tenant gets the traffic of another. */
export const ingressConflict = new InventoryControl({
  id: 'ingress-conflict',
  title: 'No two Ingresses take the same host and path',
  recommendation: '9.3',
  severity: Severity.MEDIUM,
  kinds: [INGRESS],
  field: 'spec.rules',
  judge: (manifest, inventory) => {
    const own = taken(manifest);
    if (own.length === 0) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const takers = inventory.by('route', other => other.groupKind === INGRESS ? taken(other).map(({ route }) => route) : undefined);
    const isOther = (other: Manifest) => other.namespace !== manifest.namespace || other.name !== manifest.name;
    const faults = own.flatMap(({ route, path }) => takers.get(route)!.filter(isOther).slice(0, 1)
      .map(({ name, namespace }) => ({ path, message: `Ingress ${namespace === '' ? '' : `${namespace}/`}${name} takes the same host and path: one gets the traffic of the other` })));
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'another Ingress takes the same host and path: one gets the traffic of the other',
  remediation: 'give each its own host or path',
  references: [Owasp.K05],
});

function taken({ object: { metadata, spec } }: Manifest): Taken[] {
  const ingressClass = spec?.ingressClassName ?? metadata?.annotations?.['kubernetes.io/ingress.class'] ?? '';
  return (spec?.rules ?? []).flatMap(({ host = '', http }: JsonObject, rule: number) => (http?.paths ?? []).map(({ path = '/' }: JsonObject, index: number) =>
    ({ route: [ingressClass, host, path].join(' '), path: ['spec', 'rules', rule, 'http', 'paths', index] })));
}
