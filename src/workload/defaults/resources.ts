import { everyContainer, PodDefault } from './context';

/** Every container says what it needs and what it may take at most (part 12.1). Where only one of the two is written, it stands for both. */
export const resources: PodDefault = ({ spec }, { defaults }) => {
  const memory = `${defaults.memory.toMebibytes()}Mi`;
  const storage = `${defaults.ephemeralStorage.toMebibytes()}Mi`;
  for (const container of everyContainer(spec)) {
    const { requests = {}, limits = {}, ...rest } = container.resources ?? {};
    container.resources = {
      ...rest,
      requests: {
        'cpu': limits.cpu ?? defaults.cpuRequest.amount,
        'memory': limits.memory ?? memory,
        'ephemeral-storage': limits['ephemeral-storage'] ?? storage,
        ...requests,
      },
      limits: {
        ...defaults.cpuLimit === undefined ? {} : { cpu: defaults.cpuLimit.amount },
        'memory': requests.memory ?? memory,
        'ephemeral-storage': requests['ephemeral-storage'] ?? storage,
        ...limits,
      },
    };
  }
};
