import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { serviceSelector } from '../container-network/service-selector';
import { Fault, InventoryControl, Outcome } from '../inventory-control';

/** readiness-probe asks containers that declare a port. Pods that declare none may still be behind a Service. */
export const serviceReadiness = new InventoryControl({
  id: 'service-readiness',
  title: 'Pods behind a Service say when they are ready',
  recommendation: '11.1',
  severity: Severity.LOW,
  kinds: ['Service'],
  field: 'spec.selector',
  judge: ({ namespace, object }, inventory) => {
    const selector = serviceSelector(object);
    const workloads = selector === undefined ? [] : inventory.selected(namespace, selector);
    const faults = workloads.filter(workload => !saysWhenReady(workload)).map(({ kind, name }): Fault =>
      ({ path: ['spec', 'selector'], message: `it leads to ${kind} ${name}, which has no readinessProbe: its pods get traffic before they can serve it` }));
    return { outcome: faults.length > 0 ? Outcome.FAILED : workloads.length > 0 ? Outcome.PASSED : Outcome.NOT_APPLICABLE, faults };
  },
  message: 'it leads to pods that get traffic before they can serve it',
  remediation: 'add a readinessProbe to a container of the pods that it selects',
  references: [],
});

function saysWhenReady({ pod }: Manifest): boolean {
  return ((pod!.template.spec.containers ?? []) as JsonObject[]).some(({ readinessProbe }) => readinessProbe !== undefined);
}
