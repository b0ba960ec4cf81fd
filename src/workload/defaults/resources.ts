import { everyContainer, PodDefault } from './context';
import { millisOf } from '../checks/quantity';
import { quantityOf } from '../exact-sizes';

/** Every container says what it needs and what it may take at most (part 12.1). Where only one of the two is written, it stands for both. */
export const resources: PodDefault = ({ spec }, { defaults }) => {
  const memory = quantityOf(defaults.memory);
  const storage = quantityOf(defaults.ephemeralStorage);
  const cpuRequest = smaller(defaults.cpuRequest.amount, defaults.cpuLimit?.amount);
  for (const container of everyContainer(spec)) {
    const { requests = {}, limits = {}, ...rest } = container.resources ?? {};
    container.resources = {
      ...rest,
      requests: {
        'cpu': limits.cpu ?? cpuRequest,
        'memory': limits.memory ?? memory,
        'ephemeral-storage': limits['ephemeral-storage'] ?? storage,
        ...requests,
      },
      limits: {
        ...defaults.cpuLimit === undefined ? {} : { cpu: larger(requests.cpu, defaults.cpuLimit.amount) },
        'memory': requests.memory ?? memory,
        'ephemeral-storage': requests['ephemeral-storage'] ?? storage,
        ...limits,
      },
    };
  }
};

function larger(a: string | undefined, b: string): string {
  return a !== undefined && millisOf(a) > millisOf(b) ? a : b;
}

function smaller(a: string, b: string | undefined): string {
  return b !== undefined && millisOf(b) < millisOf(a) ? b : a;
}
