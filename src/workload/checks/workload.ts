import * as kplus from 'cdk8s-plus-28';
import { kindFaults } from './kind';
import { metadataFaults } from './metadata';
import { podFaults } from './pod';
import { validatedOnce } from '../../hardening/synthesis';
import { KubernetesVersion } from '../../model/kubernetes-version';
import { TENANT } from '../../tenancy/tenant-facts';

/**
 * Refuses what the API server would refuse: at once what the workload is made with, and at synthesis what was added to it afterwards.
 *
 * @throws with every fault, and the path of the workload
 */
export function checkWorkload(workload: kplus.Workload): void {
  const faults = faultsOf(workload);
  if (faults.length > 0) {
    throw new Error(faults.map(fault => `${workload.node.path}: ${fault}`).join('\n'));
  }
  workload.node.addValidation(validatedOnce(workload, () =>
    workload.containers.length === 0 ? ['it has no container: add one', ...faultsOf(workload)] : faultsOf(workload)));
}

function faultsOf(workload: kplus.Workload): string[] {
  const kubernetes = TENANT.nearest(workload)?.platform.kubernetes ?? KubernetesVersion.DEFAULT;
  return [...metadataFaults('it', workload.metadata, workload.kind), ...kindFaults(workload), ...podFaults(workload, kubernetes)];
}
