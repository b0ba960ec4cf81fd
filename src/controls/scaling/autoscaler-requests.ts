import { groupKindOf } from '../../model/scope-of-kinds';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, Reference, Resolution } from '../reference-judgement';

/** Utilisation is a share of what was requested: of nothing there is no share, and nothing is scaled. */
export const autoscalerRequests = new InventoryControl({
  id: 'autoscaler-requests',
  title: 'What is scaled by utilisation requests the resource',
  recommendation: '14.1',
  severity: Severity.MEDIUM,
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  field: 'spec.metrics',
  judge: (manifest, inventory) => {
    const { scaleTargetRef: { apiVersion = '', kind = '', name = '' } = {}, metrics = [], targetCPUUtilizationPercentage } = manifest.object.spec ?? {};
    const target = inventory.find(groupKindOf(apiVersion, kind), manifest.namespace, name);
    const containers: any[] = target?.pod?.template.spec.containers as any[] ?? [];
    const resources = metrics.map(({ resource }: any) => resource?.target?.averageUtilization === undefined ? undefined : resource.name);
    const wanted: (string | undefined)[] = metrics.length > 0 ? resources : [targetCPUUtilizationPercentage === undefined ? undefined : 'cpu'];
    return judgeReferences(target === undefined ? [] : wanted.flatMap((resource, index): Reference[] => resource === undefined ? [] : [{
      resolution: containers.every(container => container.resources?.requests?.[resource] !== undefined) ? Resolution.FOUND : Resolution.BROKEN,
      fault: { path: metrics.length > 0 ? ['spec', 'metrics', index] : ['spec'], message: `a container of its target requests no ${resource}: it scales nothing` },
    }]), inventory);
  },
  message: 'a container of its target does not request the resource: it scales nothing',
  remediation: 'set resources.requests on every container of the target',
  references: [],
});
