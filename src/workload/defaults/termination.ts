import { longRunning, PodDefault } from './context';
import { KubernetesVersion } from '../../model/kubernetes-version';

/** The sleep action needs no shell in the image. */
const SLEEP_SINCE = KubernetesVersion.V1_30;

/** A container that serves a port goes on serving until no client is sent to it any more, and then has time to finish (part 11.1). */
export const termination: PodDefault = ({ spec }, { kind, defaults, kubernetes }) => {
  // The API server refuses a delay that is longer than the whole; half of it is left to stop in.
  const longest = Math.floor((spec.terminationGracePeriodSeconds ?? Infinity) / 2);
  const delay = Math.min(defaults.preStopDelay.toSeconds(), longest);
  if (longRunning(kind) && delay > 0 && kubernetes.atLeast(SLEEP_SINCE)) {
    for (const container of spec.containers.filter(({ ports = [] }) => (ports as unknown[]).length > 0)) {
      container.lifecycle = { preStop: { sleep: { seconds: delay } }, ...container.lifecycle };
    }
  }
  const delays = spec.containers.map(({ lifecycle }: any) => lifecycle?.preStop?.sleep?.seconds ?? 0);
  spec.terminationGracePeriodSeconds ??= Math.max(0, ...delays) + defaults.stopTime.toSeconds();
};
