import { podLabels } from '../../inventory/inventory';
import { matchesLabels } from '../../inventory/label-selector';
import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, named } from '../reference-judgement';
import { serviceSelector } from './service-selector';

/** The pods of a StatefulSet get their names in DNS from its Service, which must have no address of its own and select them. */
export const statefulSetService = new InventoryControl({
  id: 'stateful-set-service',
  title: 'StatefulSets have their headless Service',
  recommendation: '5.4',
  severity: Severity.LOW,
  kinds: ['apps/StatefulSet'],
  field: 'spec.serviceName',
  judge: (manifest, inventory) => {
    const name: string = manifest.object.spec?.serviceName ?? '';
    return judgeReferences(name === '' ? [] : [
      named(manifest, inventory, 'Service', name, ['spec', 'serviceName'], service => lackOf(service, manifest)),
    ], inventory);
  },
  message: 'its Service is not there: its pods have no names in DNS',
  remediation: 'make a Service with clusterIP None that selects its pods, or correct spec.serviceName',
  references: [],
});

function lackOf({ object }: Manifest, statefulSet: Manifest): string | undefined {
  if (object.spec?.clusterIP !== 'None') {
    return 'which is not headless: its pods have no names in DNS';
  }
  const selector = serviceSelector(object);
  return selector !== undefined && matchesLabels(selector, podLabels(statefulSet)) ? undefined : 'which does not select its pods';
}
