import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { containerLimits, defaultUsage, limitRangeItems } from './limit-range';
import { Limits } from './limits';
import { Quota } from './quota';
import { checkQuota, computedHard, givenHard } from './resource-quota';
import { TenantFacts } from './tenant-facts';
import { clusterObjects, countedBelow } from './tenant-manifests';
import { onceAPass } from '../hardening/pass';
import { addLastStep } from '../hardening/render';
import { demandOf } from '../inventory/demand';
import { NO_USAGE } from '../inventory/demand-amounts';
import { WorkloadDefaults } from '../workload/workload-defaults';

/** Makes the ResourceQuota and LimitRange of a tenant. What they say is computed when they are rendered, from all that is then below the tenant. */
export function addResourceBounds(tenant: Construct, { platform }: TenantFacts, quota: Quota, limits: Limits): void {
  checkQuota(tenant.node.path, quota._options);
  const key = {};
  const bounds = () => onceAPass(tenant, key, () => {
    const manifests = countedBelow(tenant);
    const defaults = defaultUsage(WorkloadDefaults._for(tenant), limits._props ?? {});
    return { manifests, defaults, containers: containerLimits(manifests, platform.sidecars, defaults, limits._props ?? {}) };
  });
  if (limits._props !== undefined) {
    rendered(tenant, 'LimitRange', 'limits', () => ({ limits: limitRangeItems(bounds().containers) }));
  }
  if (quota._options === undefined) {
    return;
  }
  const options = quota._options;
  rendered(tenant, 'ResourceQuota', 'quota', () => {
    if (!quota._computed) {
      return { hard: givenHard({ loadBalancers: 0, nodePorts: 0, ...options }) };
    }
    const { manifests, defaults, containers } = bounds();
    const demand = demandOf(manifests, {
      ...options,
      sidecars: platform.sidecars,
      defaults: limits._props === undefined ? NO_USAGE : containers.defaults,
      cluster: clusterObjects(tenant),
    });
    return { hard: { ...computedHard(tenant.node.path, demand, defaults, options), ...givenHard(options) } };
  });
}

function rendered(tenant: Construct, kind: string, name: string, spec: () => object): void {
  const apiObject = new ApiObject(tenant, kind, { apiVersion: 'v1', kind, metadata: { name } });
  addLastStep(apiObject, object => ({ ...object, spec: spec() }));
}
