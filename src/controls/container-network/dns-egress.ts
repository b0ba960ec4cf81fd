import { podLabels } from '../../inventory/inventory';
import { matchesLabels } from '../../inventory/label-selector';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl, Outcome } from '../inventory-control';
import { isolation } from './isolation';
import { Resolution } from '../reference-judgement';

const PORTS = [53, 5353, 'dns', 'dns-tcp'];

/** Isolation that forgets the name server is taken off again by whoever has to make the application work. */
export const dnsEgress = new InventoryControl({
  id: 'dns-egress',
  title: 'Isolated workloads reach a name server',
  recommendation: '5.4',
  severity: Severity.LOW,
  field: 'metadata.namespace',
  judge: (manifest, inventory) => {
    if (manifest.pod === undefined || isolation(manifest, inventory, 'Egress') !== Resolution.FOUND) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const rules: any[] = inventory.ofKind('networking.k8s.io/NetworkPolicy', manifest.namespace)
      .filter(({ object: { spec } }) => matchesLabels(spec?.podSelector ?? {}, podLabels(manifest)))
      .flatMap(({ object: { spec } }) => spec?.egress ?? []);
    const open = rules.some(({ ports = [] }) => ports.length === 0 || ports.some(({ port, endPort }: any) =>
      port === undefined || PORTS.includes(port) || (port <= 53 && endPort >= 53)));
    return { outcome: open ? Outcome.PASSED : Outcome.FAILED, faults: [{ path: ['metadata', 'namespace'] }] };
  },
  message: 'it cannot resolve a name',
  remediation: 'allow egress to the name servers of the cluster, on port 53 over UDP and TCP',
  references: [Nsa.NETWORK_POLICY],
});
