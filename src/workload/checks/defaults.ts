import { IConstruct } from 'constructs';
import { secondsFault, wholeFault } from './numbers';
import { cpuFault } from './quantity';
import type { WorkloadDefaultsProps } from '../workload-defaults';

/**
 * Refuses defaults that no workload could have.
 *
 * @throws with what is wrong, and the path of the construct they were to be set on
 */
export function checkDefaults(scope: IConstruct, props: WorkloadDefaultsProps): void {
  const { cpuRequest, cpuLimit, memory, preStopDelay, stopTime, jobDeadline, jobRetries, jobHistory } = props;
  const faults = [
    ...cpuFault('cpuRequest', cpuRequest),
    ...cpuFault('cpuLimit', cpuLimit),
    ...memory !== undefined && memory.toKibibytes() === 0 ? ['memory is nothing: give an amount'] : [],
    ...secondsFault('preStopDelay', preStopDelay),
    ...secondsFault('stopTime', stopTime, 1),
    ...secondsFault('jobDeadline', jobDeadline, 1),
    ...wholeFault('jobRetries', jobRetries, 0),
    ...secondsFault('jobHistory', jobHistory),
  ];
  if (faults.length > 0) {
    throw new Error(faults.map(fault => `${scope.node.path === '' ? 'app' : scope.node.path}: defaults of workloads: ${fault}`).join('\n'));
  }
}
