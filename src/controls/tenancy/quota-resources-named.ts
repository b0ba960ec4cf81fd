import { boundsAllPods } from './resource-quotas';
import { JsonObject } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, Reference, Resolution } from '../reference-judgement';
import { boundsOf, containersWithResources, resourcesOf } from '../resources/limit-ranges';
import { Subject } from '../subject';

/** What a container must say where a quota bounds it. Of other resources the API server counts what is said. */
const NAMED: { readonly [key: string]: { readonly side: 'requests' | 'limits'; readonly resource: string } } = {
  'cpu': { side: 'requests', resource: 'cpu' },
  'memory': { side: 'requests', resource: 'memory' },
  'requests.cpu': { side: 'requests', resource: 'cpu' },
  'requests.memory': { side: 'requests', resource: 'memory' },
  'limits.cpu': { side: 'limits', resource: 'cpu' },
  'limits.memory': { side: 'limits', resource: 'memory' },
};

/** A quota cannot count what a container does not say, so the API server refuses its pod. A LimitRange, or the pod as a whole, may say it instead. */
export const quotaResourcesNamed = new InventoryControl({
  id: 'quota-resources-named',
  title: 'Containers say what the quota of their namespace bounds',
  recommendation: '12.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.containers',
  judge: ({ namespace, pod }, inventory) => {
    const keys = new Set(inventory.ofKind('ResourceQuota', namespace).filter(boundsAllPods)
      .flatMap(({ object }) => Object.keys(object.spec?.hard ?? {})).filter(key => NAMED[key] !== undefined));
    if (keys.size === 0) {
      return judgeReferences([], inventory);
    }
    const bounds = boundsOf(namespace, inventory);
    const ofPod: JsonObject = pod!.template.spec.resources ?? {};
    return judgeReferences([...containersWithResources(pod!.template)].flatMap(({ container, path }) => {
      const said = resourcesOf(container, bounds);
      return [...keys].map((key): Reference => {
        const { side, resource } = NAMED[key];
        return {
          resolution: said[side][resource] !== undefined || ofPod[side]?.[resource] !== undefined ? Resolution.FOUND : Resolution.MISSING,
          fault: {
            path: [...pod!.path, 'spec', ...path, 'resources', side, resource],
            message: `container ${container.name} says no ${side}.${resource}, which a quota bounds: the API server refuses its pods`,
          },
        };
      });
    }), inventory);
  },
  message: 'a container does not say what a quota bounds: the API server refuses its pods',
  remediation: 'set the request or limit, or give a default in a LimitRange',
  references: [Nsa.RESOURCE_POLICY],
});
