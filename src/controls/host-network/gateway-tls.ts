import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Judgement, Outcome } from '../inventory-control';

const GROUP = 'gateway.networking.k8s.io';
const ROUTES = ['HTTPRoute', 'GRPCRoute'].map(kind => `${GROUP}/${kind}`);

/** What comes in by plain HTTP is sent on to HTTPS by its routes, and nothing else. */
export const gatewayTls = new InventoryControl({
  id: 'gateway-tls',
  title: 'Gateways serve in encrypted form',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  kinds: [`${GROUP}/Gateway`],
  field: 'spec.listeners',
  judge,
  message: 'a route of its listener serves by plain HTTP: credentials can be read on the way',
  remediation: 'give the listener the protocol HTTPS with a certificate, or its routes the filter RequestRedirect with scheme https',
  references: [Nsa.ENCRYPTION, Owasp.K05],
});

function judge(gateway: Manifest, inventory: Inventory): Judgement {
  const listeners: readonly JsonObject[] = gateway.object.spec?.listeners ?? [];
  const plain = listeners.flatMap((listener, index) => listener.protocol === 'HTTP' ? [{ listener, index }] : [])
    .map(({ listener, index }) => ({ index, routes: routesOf(gateway, listener, inventory) }));
  const faults = plain.filter(({ routes }) => routes.some(route => !redirects(route))).map(({ index }) => ({ path: ['spec', 'listeners', index] }));
  if (faults.length > 0) {
    return { outcome: Outcome.FAILED, faults };
  }
  // A listener without a route serves nothing; its routes may be elsewhere.
  const isOpen = !inventory.complete && plain.some(({ routes }) => routes.length === 0);
  return { outcome: isOpen ? Outcome.UNDETERMINED : Outcome.PASSED };
}

function routesOf({ namespace, name }: Manifest, { name: section, port }: JsonObject, inventory: Inventory): readonly Manifest[] {
  const routes = inventory.by('gateway', route => !ROUTES.includes(route.groupKind) ? undefined
    : parents(route).map(({ namespace: own = route.namespace, name: parent }) => `${own}/${parent}`));
  return (routes.get(`${namespace}/${name}`) ?? []).filter(route => parents(route).some(parent => parent.name === name
    && (parent.namespace ?? route.namespace) === namespace && (parent.sectionName ?? section) === section && (parent.port ?? port) === port));
}

function parents({ object }: Manifest): readonly JsonObject[] {
  return (object.spec?.parentRefs ?? []).filter(({ group = GROUP, kind = 'Gateway' }: JsonObject) => group === GROUP && kind === 'Gateway');
}

function redirects({ object }: Manifest): boolean {
  const rules: readonly JsonObject[] = object.spec?.rules ?? [];
  return rules.length > 0 && rules.every(({ filters = [] }) =>
    filters.some(({ type, requestRedirect }: JsonObject) => type === 'RequestRedirect' && requestRedirect?.scheme === 'https'));
}
