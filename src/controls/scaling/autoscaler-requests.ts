import { JsonObject } from '../../inventory/manifest';
import { groupKindOf } from '../../model/scope-of-kinds';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, Reference, Resolution } from '../reference-judgement';
import { boundsOf } from '../resources/limit-ranges';

/** A metric that is a share of what containers request: of all, or of one. */
interface Share { readonly resource: string; readonly container?: string; readonly path: readonly (string | number)[] }

function sharesOf({ metrics = [], targetCPUUtilizationPercentage }: JsonObject): Share[] {
  return [
    ...targetCPUUtilizationPercentage === undefined ? [] : [{ resource: 'cpu', path: ['spec', 'targetCPUUtilizationPercentage'] }],
    ...metrics.flatMap(({ resource, containerResource }: JsonObject, index: number) => {
      const { name, container, target } = resource ?? containerResource ?? {};
      return target?.averageUtilization === undefined ? [] : [{ resource: name, container, path: ['spec', 'metrics', index] }];
    }),
  ];
}

/** The containers that count: those that run as long as the pod does. */
function running({ containers = [], initContainers = [] }: JsonObject): JsonObject[] {
  return [...containers, ...initContainers.filter(({ restartPolicy }: JsonObject) => restartPolicy === 'Always')];
}

/** Utilization is a share of what was requested: of nothing there is no share, and nothing is scaled. A LimitRange may request for those that do not. */
export const autoscalerRequests = new InventoryControl({
  id: 'autoscaler-requests',
  title: 'What is scaled by utilization requests the resource',
  recommendation: '14.1',
  severity: Severity.MEDIUM,
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  field: 'spec.metrics',
  judge: ({ object: { spec = {} }, namespace }, inventory) => {
    const { apiVersion = '', kind = '', name = '' } = spec.scaleTargetRef ?? {};
    const target = inventory.find(groupKindOf(apiVersion, kind), namespace, name);
    if (target?.pod === undefined) {
      return judgeReferences([], inventory);
    }
    const containers = running(target.pod.template.spec);
    const defaults: JsonObject = boundsOf(namespace, inventory).defaults.requests;
    return judgeReferences(sharesOf(spec).map(({ resource, container, path }): Reference => {
      const lacking = containers.find(each => (container ?? each.name) === each.name && each.resources?.requests?.[resource] === undefined);
      return {
        resolution: lacking === undefined || defaults[resource] !== undefined ? Resolution.FOUND : Resolution.MISSING,
        fault: { path, message: `container ${lacking?.name} of ${target.kind}/${target.name} requests no ${resource}: nothing is scaled` },
      };
    }), inventory);
  },
  message: 'a container of its target does not request the resource: nothing is scaled',
  remediation: 'set resources.requests on every container of the target',
  references: [],
});
