import { Inventory } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Fault, InventoryControl } from '../inventory-control';
import { judgeReferences, named, Reference } from '../reference-judgement';

/** A route to a Service that is missing answers with errors, and whoever makes a Service of that name gets its traffic. */
export const danglingIngress = new InventoryControl({
  id: 'dangling-ingress',
  title: 'Services and ports of Ingresses exist',
  recommendation: '4.1',
  severity: Severity.MEDIUM,
  kinds: ['networking.k8s.io/Ingress'],
  field: 'spec.rules',
  judge: (manifest, inventory) => judgeReferences(backends(manifest, inventory), inventory),
  message: 'it routes to a Service that is not there',
  remediation: 'make the Service, or correct the name or port of the backend',
  references: [],
});

function backends(manifest: Manifest, inventory: Inventory): readonly Reference[] {
  const { defaultBackend, rules = [] }: JsonObject = manifest.object.spec ?? {};
  return [
    ...reference(manifest, inventory, defaultBackend, ['spec', 'defaultBackend']),
    ...rules.flatMap(({ http }: JsonObject, rule: number) => (http?.paths ?? []).flatMap(({ backend }: JsonObject, path: number) =>
      reference(manifest, inventory, backend, ['spec', 'rules', rule, 'http', 'paths', path, 'backend']))),
  ];
}

/** A backend may also be a resource that is no Service; AWS marks one that an annotation stands for by the port's name. */
function reference(manifest: Manifest, inventory: Inventory, backend: JsonObject | undefined, path: Fault['path']): readonly Reference[] {
  const { name, port = {} }: JsonObject = backend?.service ?? {};
  return name === undefined || port.name === 'use-annotation' ? []
    : [named(manifest, inventory, 'Service', name, [...path, 'service'], service => lackOf(service.object, port))];
}

function lackOf({ spec }: JsonObject, { name, number }: JsonObject): string | undefined {
  const has = (spec?.ports ?? []).some((port: JsonObject) => number === undefined ? port.name === name : port.port === number);
  return has || spec?.type === 'ExternalName' ? undefined : `which has no port ${number ?? `"${name}"`}`;
}
