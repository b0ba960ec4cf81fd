import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, named, Reference } from '../reference-judgement';

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

/** As with an Ingress: clients get errors, and whoever makes a Service of that name gets their traffic. */
export const danglingRoute = new InventoryControl({
  id: 'dangling-route',
  title: 'Services of routes exist',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  kinds: ROUTES.map(kind => `gateway.networking.k8s.io/${kind}`),
  field: 'spec.rules',
  judge: (manifest, inventory) => judgeReferences(backends(manifest, inventory), inventory),
  message: 'it routes to a Service that is not there',
  remediation: 'make the Service, or correct the name or port of the backend',
  references: [],
});

function backends(manifest: Manifest, inventory: Inventory): readonly Reference[] {
  const { rules = [] }: JsonObject = manifest.object.spec ?? {};
  return rules.flatMap(({ backendRefs = [] }: JsonObject, rule: number) => backendRefs.flatMap((backend: JsonObject, index: number) =>
    reference(manifest, inventory, backend, ['spec', 'rules', rule, 'backendRefs', index, 'name'])));
}

/** A backend may be in another namespace, and may be no Service. */
function reference(manifest: Manifest, inventory: Inventory, backend: JsonObject, path: readonly (string | number)[]): readonly Reference[] {
  const { group = '', kind = 'Service', namespace = manifest.namespace, name, port } = backend;
  return group !== '' || kind !== 'Service' || name === undefined ? []
    : [named({ ...manifest, namespace }, inventory, 'Service', name, path, ({ object: { spec } }) =>
      port === undefined || spec?.type === 'ExternalName' || (spec?.ports ?? []).some((offered: JsonObject) => offered.port === port) ? undefined : `which has no port ${port}`)];
}
